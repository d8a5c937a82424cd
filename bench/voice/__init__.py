"""What is heard: how much of each voice a recogniser understands, and how soon a touch is answered.

``python -m bench.voice`` is the first, ``python -m bench.voice --latency`` the second; docs/voice.md has the tables.
"""
