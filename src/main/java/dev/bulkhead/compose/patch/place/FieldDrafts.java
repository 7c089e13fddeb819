package dev.bulkhead.compose.patch.place;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Attempts to write something into a field of a service, wherever the service is described.
 *
 * @param stated attempts at a place that states the field
 * @param unstated attempts at a place of the service that does not
 */
public record FieldDrafts(
        Function<FieldPlace, List<Draft.Attempt>> stated, Function<ServiceSite, List<Draft.Attempt>> unstated) {

    /** Returns the attempts: first in the service's own text, the last file before the others, then in what it extends. */
    public List<Draft.Attempt> at(List<ServiceSite> sites, String field) {
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (boolean extended : new boolean[] {false, true}) {
            List<ServiceSite> some =
                    sites.stream().filter(s -> s.extendedOnly() == extended).toList();
            some.reversed().forEach(site -> site.field(field).ifPresent(place -> attempts.addAll(stated.apply(place))));
            some.stream()
                    .filter(site -> site.field(field).isEmpty())
                    .forEach(site -> attempts.addAll(unstated.apply(site)));
        }
        return attempts;
    }
}
