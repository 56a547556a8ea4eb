package data

func writeUntilKilled(path string) {}
