"""What tests share: a clock moved by hand, a scripted visitor, a hall that misbehaves on request."""
