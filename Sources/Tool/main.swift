print("barometroctl")
