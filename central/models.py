"""All tables, for the migrations."""

from __future__ import annotations

from central.appointments import models as appointments
from central.audit import models as audit
from central.catalogue import models as catalogue
from central.db import Base
from central.events import models as events
from central.halls import models as halls
from central.help import models as help_calls
from central.knowledge import models as knowledge
from central.mandates import models as mandates
from central.notices import models as notices
from central.opinions import models as opinions
from central.proposals import models as proposals
from central.queue import models as queue
from central.ratings import models as ratings
from central.roster import models as roster
from central.selfcheck import models as selfcheck
from central.staff import models as staff
from central.terminals import models as terminals
from central.training import models as training

metadata = Base.metadata

__all__ = [
    "appointments",
    "audit",
    "catalogue",
    "events",
    "halls",
    "help_calls",
    "knowledge",
    "mandates",
    "metadata",
    "notices",
    "opinions",
    "proposals",
    "queue",
    "ratings",
    "roster",
    "selfcheck",
    "staff",
    "terminals",
    "training",
]
