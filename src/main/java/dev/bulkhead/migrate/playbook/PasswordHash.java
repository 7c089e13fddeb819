package dev.bulkhead.migrate.playbook;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hash of a password, written as programs keep it in their files of users (PHC string format). It is what an
 * operator's answer is kept as: nothing leads back to the password.
 *
 * @param text for instance {@code $argon2id$v=19$m=65536,t=3,p=4$SALT$HASH}
 */
public record PasswordHash(String text) {

    /** Fewest characters of a password (NIST SP 800-63B has 8 as its least, 15 where nothing else is asked for). */
    public static final int LEAST = 12;

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,})\\$([A-Za-z0-9+/]{22,})");

    /** Costs as Authelia proposes them for argon2id (its documentation, file provider, password options). */
    private static final Costs PROPOSED = new Costs(65536, 3, 4);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private record Costs(int memory, int iterations, int parallelism) {}

    /** Returns a text as a hash, if it is one. */
    public static Optional<PasswordHash> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PasswordHash(text)) : Optional.empty();
    }

    /** Hashes a password; takes about half a second, which is what makes guessing dear. */
    public static PasswordHash of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] hash = hash(password, salt, PROPOSED, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + PROPOSED.memory + ",t=" + PROPOSED.iterations + ",p="
                + PROPOSED.parallelism + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash));
    }

    /** Returns whether it is the hash of a password. */
    public boolean matches(char[] password) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        Costs costs = new Costs(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] kept = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(kept, hash(password, salt, costs, kept.length));
    }

    private static byte[] hash(char[] password, byte[] salt, Costs costs, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(costs.memory)
                .withIterations(costs.iterations)
                .withParallelism(costs.parallelism)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(password, hash);
        return hash;
    }
}
