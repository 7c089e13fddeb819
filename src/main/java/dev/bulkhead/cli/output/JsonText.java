package dev.bulkhead.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as the commands print it. */
public final class JsonText {

    /** The version of the contract that programs read. */
    private static final int SCHEMA = 1;

    private JsonText() {}

    /** Returns an object that starts with the version of the contract. */
    public static ObjectNode root() {
        return JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    }

    /** Returns it as lines. */
    public static String of(ObjectNode node) throws JsonProcessingException {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(node);
    }
}
