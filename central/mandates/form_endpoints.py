"""Endpoints of what a hall prints of mandates."""

from __future__ import annotations

from central.errors import documented
from central.mandates import forms
from central.mandates.forms import Form, FormKind, FormOut, FormsOut
from central.permissions import may
from central.routing import UnitOfWork, api_router, reads, writes

router = api_router("mandates")


@router.get("/halls/{hall}/mandate-forms", responses=documented())
@reads(may("mandate_form.see"))
def mandate_forms(unit: UnitOfWork, hall: str) -> FormsOut:
    """The mandate, its receipt, its closing sheet and the columns of the ledger, as the hall has them."""
    return forms.all_of_hall(unit, hall)


@router.put("/halls/{hall}/mandate-forms/{form}", responses=documented())
@writes(may("mandate_form.change"))
def change_mandate_form(unit: UnitOfWork, hall: str, form: FormKind, body: Form) -> FormOut:
    """The hall's own from now on. In the ledger nobody stands in full."""
    return forms.change(unit, hall, form, body)


@router.delete("/halls/{hall}/mandate-forms/{form}", responses=documented())
@writes(may("mandate_form.change"))
def restore_mandate_form(unit: UnitOfWork, hall: str, form: FormKind) -> FormOut:
    """Back to the one that every hall begins with."""
    return forms.restore(unit, hall, form)
