"""The interactive page: a network with the sentence behind every node and edge, in one file that needs no network."""
