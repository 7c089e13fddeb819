package dev.bulkhead.architecture.bad.migrate;

import com.github.dockerjava.api.model.Network;

/** A planner that speaks to Docker directly. */
public record CallsDocker(Network network) {}
