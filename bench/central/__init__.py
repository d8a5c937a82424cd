"""The central service under load: the real process, played by terminals, windows and displays, checked afterwards."""
