package dev.bulkhead.check.benchmark;

import java.util.List;

/**
 * Question that the files leave open.
 *
 * @param services the services that it is about; empty where it is about engine or machine
 * @param why why the files cannot tell, as a sentence
 * @param command the command that would tell
 */
public record Open(List<String> services, String why, String command) {

    public Open {
        services = List.copyOf(services);
    }
}
