"""意见投诉与咨询: what residents praise, suggest, complain of and ask, and the answer that each is owed."""
