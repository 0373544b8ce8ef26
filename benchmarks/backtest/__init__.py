"""How good the forecasts and early warnings are, on simulated histories with fixed seeds."""
