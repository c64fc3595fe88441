"""params/*.yml as frozen, typed objects; `loading.load_params` is the only way in."""
