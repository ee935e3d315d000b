print("barometro")
