package dev.bulkhead.catalogue;

/**
 * Publisher whose images all take secrets from files in the same way.
 *
 * @param prefix what their repositories begin with, such as {@code lscr.io/linuxserver/}
 * @param secretFile template as in {@link SecretVariables}, such as {@code FILE__*}
 */
public record Publisher(String prefix, String secretFile) {}
