def prove(setting): return ""
