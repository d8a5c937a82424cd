"""知识库: questions and answers for the staff, those of all guides and the hall's own."""
