"""The only step over documents: mention-level values of many articles become one collection of facts."""
