"""What is refused about a training, beside what is refused anywhere."""

from __future__ import annotations

from central.errors import Refusal


class TrainingUnknown(Refusal):
    code, status = "training_unknown", 404
