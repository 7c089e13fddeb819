package dev.bulkhead.layout;

import java.util.Optional;

/**
 * A service's card on the map.
 *
 * @param service key of the service
 * @param zone key of the zone it is at home in
 * @param owner the service directly above whose network namespace it shares
 */
public record CardBox(String service, String zone, Optional<String> owner, Box box) {}
