"""The gazetteer's making: sources read, places merged, names spelled, common words marked."""
