package dev.bulkhead.migrate.goal;

import java.time.Duration;

/**
 * Question to a web server: a request as a browser sends it, and what its answer has to be like.
 *
 * @param request the request; whether it is encrypted is part of it
 * @param awaited what is expected of the answer
 * @param limit how long it is asked again until the answer is as expected
 */
public record WebAsk(RouteRequest request, Awaited awaited, Duration limit) {

    /** How long a proxy may take to see new labels and files. */
    public static final Duration USUAL = Duration.ofSeconds(20);

    /** A question that is given the usual time. */
    public WebAsk(RouteRequest request, Awaited awaited) {
        this(request, awaited, USUAL);
    }

    /** Returns the question in words. */
    public String text() {
        return (awaited instanceof Awaited.Content ? request.service() : request.url()) + " " + awaited.text();
    }
}
