"""The one path for words on glass, on paper and in the air: message id -> line -> pixels and speech."""
