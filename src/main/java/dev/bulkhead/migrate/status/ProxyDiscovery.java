package dev.bulkhead.migrate.status;

import java.util.List;

/**
 * Discovery of a project's reverse proxies: which there are, what each sends where, and whether that is answered.
 *
 * @param proxies those of the project, sorted by service; those whose routes nobody sees last
 */
public record ProxyDiscovery(List<Proxy> proxies) {

    public ProxyDiscovery {
        proxies = List.copyOf(proxies);
    }

    /** How a route was found. */
    public enum Way {
        /** It was asked, and a page came. */
        ANSWERS,
        /** It was asked, and none came. */
        SILENT,
        /** The proxy shares no network with whom it is told to send requests to. */
        NOWHERE,
        /** Nobody asked, or nobody could. */
        UNASKED
    }

    /**
     * Route as it was found.
     *
     * @param takes what it takes, for instance {@code http://jellyfin.lan/}
     * @param target where it leads, for instance {@code jellyfin:8096}
     * @param way how it was found
     * @param words the same with what was seen, as part of a sentence
     */
    public record Lead(String takes, String target, Way way, String words) {}

    /**
     * Proxy with its routes.
     *
     * @param service the service that runs it
     * @param software what it is, for instance {@code Traefik}
     * @param leads its routes, as far as they are known
     * @param unseen why not all of them are known, as sentences
     */
    public record Proxy(String service, String software, List<Lead> leads, List<String> unseen) {
        public Proxy {
            leads = List.copyOf(leads);
            unseen = List.copyOf(unseen);
        }

        /** Returns its routes that were found in one way. */
        public List<Lead> with(Way way) {
            return leads.stream().filter(lead -> lead.way() == way).toList();
        }

        /** Returns for instance {@code 12 of 14 routes answer, 1 leads nowhere, 1 was not asked}. */
        public String sentence() {
            if (leads.isEmpty()) {
                return unseen.isEmpty() ? "no route leads through it" : "none of its routes is known";
            }
            int silent = with(Way.SILENT).size();
            int nowhere = with(Way.NOWHERE).size();
            int unasked = with(Way.UNASKED).size();
            int answering = with(Way.ANSWERS).size();
            return answering + " of " + leads.size() + (leads.size() == 1 ? " route" : " routes")
                    + (answering == 1 ? " answers" : " answer")
                    + (silent == 0 ? "" : ", " + silent + (silent == 1 ? " gives" : " give") + " no page")
                    + (nowhere == 0 ? "" : ", " + nowhere + (nowhere == 1 ? " leads" : " lead") + " nowhere")
                    + (unasked == 0 ? "" : ", " + unasked + (unasked == 1 ? " was" : " were") + " not asked");
        }
    }
}
