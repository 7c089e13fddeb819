package dev.bulkhead.compose.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Ways to write something into a field of a service, wherever the service is described.
 *
 * @param stated ways at a place that states the field
 * @param unstated ways at a place of the service that does not
 */
record FieldWays(Function<FieldPlace, List<Draft.Way>> stated, Function<ServiceSite, List<Draft.Way>> unstated) {

    /** Returns the ways: first in the service's own text, the last file before the others, then in what it extends. */
    List<Draft.Way> at(List<ServiceSite> sites, String field) {
        List<Draft.Way> ways = new ArrayList<>();
        for (boolean extended : new boolean[] {false, true}) {
            List<ServiceSite> some =
                    sites.stream().filter(s -> s.extendedOnly() == extended).toList();
            some.reversed().forEach(site -> site.field(field).ifPresent(place -> ways.addAll(stated.apply(place))));
            some.stream()
                    .filter(site -> site.field(field).isEmpty())
                    .forEach(site -> ways.addAll(unstated.apply(site)));
        }
        return ways;
    }
}
