"""Room for everything: boxes pushed apart, and parts packed beside each other."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

_CLEAR = 1.15
"""Distance of two boxes, in half-axes, at which neither covers the other: a box has corners outside its ellipse."""

_STEPS = 8
"""Rounds between two looks at which boxes are near each other."""

_WIDER = 1.1
"""A screen is somewhat wider than high."""


def push_apart(points: np.ndarray, sizes: np.ndarray, *, rounds: int = 60, fixed: int = 0) -> np.ndarray:
    """Push boxes apart, each taken as an ellipse, until none overlap or the rounds are over.

    Ellipses part in the direction in which they lie, so that a layout keeps its shape; boxes would line up in columns.

    Args:
        points: Middle of each box, in pixels, one row (x, y) each.
        sizes: Width and height of each box.
        rounds: How often all boxes are looked at.
        fixed: The first so many boxes stay where they are.
    """
    points = points.astype(float).copy()
    for turn in range(0, rounds, _STEPS):
        first, second = _near(points, sizes)
        half = (sizes[first] + sizes[second]) / 2
        for _ in range(min(_STEPS, rounds - turn)):
            apart = (points[first] - points[second]) / half
            # two boxes on one spot part by their order
            apart[(apart == 0).all(axis=1)] = 0.01
            distance = np.hypot(apart[:, 0], apart[:, 1])
            lacking = np.maximum(_CLEAR - distance, 0)
            if not lacking.any():
                break
            push = 0.5 * (lacking / distance)[:, None] * apart * half
            for axis in (0, 1):
                moved = np.bincount(first, push[:, axis], len(points)) - np.bincount(second, push[:, axis], len(points))
                points[fixed:, axis] += np.clip(moved, -60, 60)[fixed:]
    return points


def _near(points: np.ndarray, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the pairs of boxes that may touch within the next steps."""
    x, y = points.T
    wide, high = sizes.T / 2
    across = (x[:, None] - x[None, :]) / (wide[:, None] + wide[None, :])
    along = (y[:, None] - y[None, :]) / (high[:, None] + high[None, :])
    first, second = np.nonzero(across**2 + along**2 < (2 * _CLEAR) ** 2)
    once = first < second
    return first[once], second[once]


def pack(boxes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give each box (width, height) its upper left corner, in rows; lower boxes stand on each other within a row.

    >>> pack([(100, 100), (50, 40), (50, 40)])
    [(0.0, 0.0), (100.0, 0.0), (100.0, 40.0)]
    """
    area = sum(width * height for width, height in boxes)
    wide = max([math.sqrt(area * 1.15) * _WIDER, *(width for width, _ in boxes)], default=0.0)
    corners = [(0.0, 0.0)] * len(boxes)
    left = top = row = column = filled = 0.0
    for index in sorted(range(len(boxes)), key=lambda index: (-boxes[index][1], index)):
        width, height = boxes[index]
        if filled + height > row or width > column:
            left, column, filled = left + column, width, 0.0
            if left + width > wide or not row:
                left, top, row = 0.0, top + row, height
        corners[index] = (left, top + filled)
        filled += height
    return corners
