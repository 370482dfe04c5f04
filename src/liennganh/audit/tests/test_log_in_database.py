"""The log in the database: written with its change, and found out where it was touched."""

import datetime as dt
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.audit.actions import SealedContentError, record
from liennganh.audit.models import ChainHead, Erasure, Event
from liennganh.audit.queries import history_of, verify_chain
from liennganh.audit.verbs import Verb

AT = dt.datetime(2026, 2, 3, 7, 5, 30, 123456, tzinfo=dt.UTC)


def write(user: User | None, obj: models.Model, rows: int = 4) -> None:
    for number in range(rows):
        with transaction.atomic():
            record(
                by=user,
                verb=Verb.UPDATE,
                obj=obj,
                at=AT + dt.timedelta(minutes=number),
                before={"tên": "cũ", "số": number},
                after={"tên": "mới", "ngày": dt.date(2026, 2, 3)},
            )


def broken_row() -> int | None:
    found = verify_chain()
    return None if found is None else found.seq


def test_an_untouched_log_holds(cast: Cast) -> None:
    write(cast.lan, cast.health)
    write(None, cast.police)
    assert broken_row() is None


@pytest.mark.parametrize("row", [1, 2, 4])
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", AT + dt.timedelta(days=1)),
        ("at", AT + dt.timedelta(microseconds=1)),
        ("actor_label", "9:ai-do"),
        ("agency_label", "Cơ quan khác"),
        ("verb", "approve"),
        ("object_type", "plans.plan"),
        ("object_id", "999"),
        ("object_label", "khác"),
        ("before", {"tên": "cũ"}),
        ("before", None),
        ("after", {}),
        ("hash", "f" * 64),
    ],
)
def test_a_touched_column_is_found_and_its_row_named(
    cast: Cast, row: int, column: str, value: Any
) -> None:
    write(cast.lan, cast.health)
    Event.objects.filter(seq=row).update(**{column: value})
    assert broken_row() == row


@pytest.mark.parametrize("row", [1, 3])
def test_a_row_pinned_on_somebody_else_is_found(cast: Cast, row: int) -> None:
    write(cast.lan, cast.health)
    Event.objects.filter(seq=row).update(actor=cast.cuong)
    assert broken_row() == row
    Event.objects.filter(seq=row).update(actor=None)
    assert broken_row() == row


def test_a_changed_link_to_the_row_before_is_found(cast: Cast) -> None:
    write(cast.lan, cast.health)
    Event.objects.filter(seq=3).update(previous_hash="0" * 64)
    assert broken_row() == 3


def test_a_row_given_another_number_is_found(cast: Cast) -> None:
    write(cast.lan, cast.health)
    Event.objects.filter(seq=2).update(seq=20)
    assert broken_row() == 2


@pytest.mark.parametrize("row", [1, 2, 4])
def test_a_removed_row_is_found(cast: Cast, row: int) -> None:
    write(cast.lan, cast.health)
    Event.objects.filter(seq=row).delete()
    assert broken_row() == row


def test_a_removed_tail_is_found(cast: Cast) -> None:
    write(cast.lan, cast.health)
    Event.objects.filter(seq__gt=2).delete()
    assert broken_row() == 3


def test_a_removed_log_is_found(cast: Cast) -> None:
    write(cast.lan, cast.health)
    Event.objects.all().delete()
    assert broken_row() == 1


def test_a_removed_head_is_found(cast: Cast) -> None:
    write(cast.lan, cast.health)
    ChainHead.objects.all().delete()
    assert broken_row() == 5


def test_a_renamed_user_breaks_nothing(cast: Cast) -> None:
    write(cast.lan, cast.health)
    User.objects.filter(pk=cast.lan.pk).update(username="lan.tran", full_name="Trần Lan")
    assert broken_row() is None


def test_an_event_goes_back_with_its_change(cast: Cast) -> None:
    write(cast.lan, cast.health, rows=1)

    def fail() -> None:
        cast.health.name = "Tên khác"
        cast.health.save()
        record(by=cast.lan, verb=Verb.UPDATE, obj=cast.health, at=AT)
        raise RuntimeError

    with pytest.raises(RuntimeError), transaction.atomic():
        fail()
    assert Event.objects.count() == 1
    assert broken_row() is None


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused() -> None:
    user = User.objects.create_user("mot", "mot@example.invalid", "x", full_name="Một")
    assert not connection.in_atomic_block
    with pytest.raises(transaction.TransactionManagementError):
        record(by=user, verb=Verb.SIGN_IN, obj=user, at=AT)
    assert not Event.objects.exists()


@pytest.mark.parametrize("part", ["before", "after"])
def test_the_content_of_a_sealed_record_never_enters_the_log(cast: Cast, part: str) -> None:
    secret = Erasure(pk="tips.tip:1", at=AT)
    content: dict[str, Any] = {part: {"text": "kín"}}
    with pytest.raises(SealedContentError):
        record(by=cast.tam, verb=Verb.UPDATE, obj=secret, at=AT, **content)
    assert not Event.objects.exists()


def test_a_sealed_record_is_logged_without_its_name(cast: Cast) -> None:
    event = record(by=cast.tam, verb=Verb.ERASE, obj=Erasure(pk="tips.tip:1", at=AT), at=AT)
    assert event.object_label == ""
    assert event.object_id == "tips.tip:1"


def test_the_history_of_an_object_is_its_own_and_newest_first(cast: Cast) -> None:
    write(cast.lan, cast.health, rows=2)
    write(cast.lan, cast.police, rows=1)
    assert [event.seq for event in history_of(cast.health)] == [2, 1]


def test_the_command_says_that_the_log_holds(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    write(cast.lan, cast.health)
    call_command("verify_log")
    assert "nguyên vẹn: 4 dòng" in capsys.readouterr().out


def test_the_command_names_the_first_broken_row_and_fails(cast: Cast) -> None:
    write(cast.lan, cast.health)
    Event.objects.filter(seq__in=[2, 3]).update(object_label="khác")
    with pytest.raises(CommandError, match="dòng 2") as raised:
        call_command("verify_log")
    assert raised.value.returncode == 1
