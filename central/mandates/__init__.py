"""Mandates (代办): a resident gives an errand to an agent, who answers for it until it is filed."""
