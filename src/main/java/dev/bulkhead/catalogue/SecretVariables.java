package dev.bulkhead.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Environment variables of an image that hold secrets, and how to hand those over in files.
 *
 * @param names variables that hold a secret; one that ends in {@code *} stands for all that begin so
 * @param files how the image is told of a file; empty when it reads none
 * @param reader number of the user who reads the file, with his group behind a colon; empty when that is the user the
 *     container is started as
 * @param lasting variables that count at the first start only: their value lives on in a volume
 * @param renew shell command inside the container that brings such a value to what the file {@code {file}} holds
 * @param byHand what an operator who knows the old value does inside the container where no such command can do without it
 */
public record SecretVariables(
        List<String> names,
        Optional<FileWay> files,
        Optional<String> reader,
        List<String> lasting,
        Optional<String> renew,
        Optional<String> byHand) {

    /** No secrets are known. */
    public static final SecretVariables NONE = new SecretVariables(
            List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    public SecretVariables {
        names = List.copyOf(names);
        lasting = List.copyOf(lasting);
    }

    /**
     * Way of an image to be told of a file with a secret.
     *
     * @param template name of the variable that names the file, {@code *} standing for the variable, such as {@code *_FILE};
     *     behind an equals sign what stands before the path, such as {@code *=file://}
     * @param path where the image looks by itself, {@code *} standing for the variable in small letters
     * @param every whether that is so for every variable, not only for those that are named
     */
    public record FileWay(String template, Optional<String> path, boolean every) {

        /** Returns the variable that names the file of another. */
        public String variable(String name) {
            return template.split("=", 2)[0].replace("*", name);
        }

        /** Returns the value of that variable. */
        public String value(String file) {
            String[] parts = template.split("=", 2);
            return parts.length == 1 ? file : parts[1] + file;
        }

        /** Returns where the image looks for the secret by itself. */
        public Optional<String> usual(String name) {
            return path.map(usual -> usual.replace("*", name.toLowerCase(Locale.ROOT)));
        }
    }

    /** Returns whether a variable is among those that hold a secret. */
    public boolean holds(String variable) {
        return named(names, variable);
    }

    /** Returns whether a variable counts at the first start only. */
    public boolean lasts(String variable) {
        return named(lasting, variable);
    }

    private static boolean named(List<String> names, String variable) {
        return names.stream()
                .anyMatch(name -> name.endsWith("*")
                        ? variable.startsWith(name.substring(0, name.length() - 1))
                        : name.equals(variable));
    }

    /** Returns how the image is told of a file for a variable; empty where it cannot be. */
    public Optional<FileWay> way(String variable) {
        return files.filter(way -> way.every() || holds(variable));
    }

    /** Returns the variable that names a file with the value of another, such as {@code POSTGRES_PASSWORD_FILE}. */
    public Optional<String> fileVariable(String variable) {
        return files.map(way -> way.variable(variable));
    }

    /** Returns these with the way of a publisher, all of whose images read every variable from a file. */
    SecretVariables published(String template) {
        return new SecretVariables(
                names, Optional.of(new FileWay(template, Optional.empty(), true)), reader, lasting, renew, byHand);
    }
}
