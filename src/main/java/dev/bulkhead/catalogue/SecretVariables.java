package dev.bulkhead.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Environment variables of an image that hold secrets, and how to hand those over in files.
 *
 * @param names variables that hold a secret
 * @param fileTemplate name of the variable that names a file instead, {@code *} standing for the variable, such as
 *     {@code *_FILE}; empty when the image has none
 */
public record SecretVariables(List<String> names, Optional<String> fileTemplate) {

    public SecretVariables {
        names = List.copyOf(names);
    }

    /** Returns the variable that names a file with the value of another, such as {@code POSTGRES_PASSWORD_FILE}. */
    public Optional<String> fileVariable(String variable) {
        return fileTemplate.map(template -> template.replace("*", variable));
    }
}
