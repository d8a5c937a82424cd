// What is told of calls for help.

export const HELP_EVENTS = ["help.called", "help.acknowledged", "help.escalated", "help.answered", "help.closed"];
