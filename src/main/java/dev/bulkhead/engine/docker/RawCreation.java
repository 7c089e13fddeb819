package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;

/**
 * Call that creates a container from a body that goes as it is; docker-java's own class drops what it does not know.
 *
 * @param call docker-java's way of sending it
 */
record RawCreation(CreateContainerCmd.Exec call) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the id of the container. */
    String create(String name, ObjectNode body) {
        return call.exec(new Command(call, body).withName(name)).getId();
    }

    /** Reads what was once answered. */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // without its message, which quotes the text
            throw new IllegalArgumentException("what is known of the container is not JSON");
        }
    }

    private static final class Command extends CreateContainerCmdImpl {

        private static final long serialVersionUID = 1L;

        private final transient ObjectNode body;

        private Command(CreateContainerCmd.Exec call, ObjectNode body) {
            super(call, new AuthConfig(), body.path("Image").asText());
            this.body = body;
        }

        @JsonValue
        ObjectNode body() {
            return body;
        }
    }
}
