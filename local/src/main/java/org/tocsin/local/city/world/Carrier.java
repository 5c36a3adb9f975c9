package org.tocsin.local.city.world;

/**
 * What a carrier's call records hold.
 *
 * @param starts reports STARTED as well as ENDED; the others only ENDED
 * @param devices reports IMEI and cell
 * @param bothSides reports calls from other carriers too, with the shared call id
 */
public record Carrier(String code, boolean starts, boolean devices, boolean bothSides) {}
