import os
import signal

import pytest

from kg.run.local import LocalExecutor
from kg.types import Lost


def square(number):
    return number * number


def die_on_three(number):
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refuse(number):
    raise ValueError(f"no {number}")


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs):
    assert list(LocalExecutor(jobs).map(square, [3, 1, 2])) == [9, 1, 4]


def test_a_killed_worker_costs_its_own_item_alone():
    results = list(LocalExecutor(2).map(die_on_three, [1, 2, 3, 4, 5]))
    assert [type(result) is Lost for result in results] == [False, False, True, False, False]
    assert [result for result in results if not isinstance(result, Lost)] == [1, 2, 4, 5]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_function_is_raised(jobs):
    with pytest.raises(ValueError, match="no 1"):
        list(LocalExecutor(jobs).map(refuse, [1, 2]))
