package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Calls whose questions and answers go as they are; docker-java's own classes drop what they do not know.
 *
 * @param http where they go
 * @param api the version they are asked in
 */
record RawCalls(DockerHttpClient http, ApiVersion api) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Returns a name as part of a path. */
    static String part(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    JsonNode get(String path) {
        return call(Request.Method.GET, path, Optional.empty());
    }

    JsonNode post(String path, JsonNode body) {
        return call(Request.Method.POST, path, Optional.of(body));
    }

    private JsonNode call(Request.Method method, String path, Optional<JsonNode> body) {
        Request.Builder request = Request.builder();
        request.method(method);
        request.path("/v" + api + path);
        body.ifPresent(node -> {
            byte[] bytes = node.toString().getBytes(StandardCharsets.UTF_8);
            request.putHeader("Content-Type", "application/json");
            request.bodyBytes(bytes).body(new ByteArrayInputStream(bytes));
        });
        try (DockerHttpClient.Response response = http.execute(request.build())) {
            byte[] answer = response.getBody().readAllBytes();
            refuse(response.getStatusCode(), new String(answer, StandardCharsets.UTF_8));
            return answer.length == 0 ? MissingNode.getInstance() : JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuse(int status, String answer) {
        if (status < 300) {
            return;
        }
        String said = "Status " + status + ": " + answer;
        throw switch (status) {
            case 404 -> new NotFoundException(said);
            case 409 -> new ConflictException(said);
            default -> new DockerException(said, status);
        };
    }

    /** Reads what was once answered. */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // without its message, which quotes the text
            throw new IllegalArgumentException("What is known of the container is not JSON");
        }
    }
}
