package dev.bulkhead.compose.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedFileTest {

    @TempDir
    private Path directory = Path.of("");

    private String resolved() throws Exception {
        return ResolvedFile.of(new ComposeLoader(new DiskFileTree()).resolve(ComposeRequest.of(directory)));
    }

    @Test
    void putsIncludesAndExtendsIntoOneFileWithAbsolutePaths() throws Exception {
        Files.createDirectory(directory.resolve("app"));
        Files.writeString(directory.resolve("compose.yaml"), """
            name: shop
            include: [app/compose.yaml]
            services:
              db: {image: postgres, volumes: ["./data:/var/lib/postgresql/data:ro"]}
            """);
        Files.writeString(directory.resolve("app/compose.yaml"), """
            services:
              base: {image: "nginx:${TAG:-1}", build: ./src}
              web:
                extends: base
                ports: ["8080:80"]
                networks: [front]
            networks:
              front: {internal: true}
            """);

        assertThat(resolved().lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "name: shop",
                        "services:",
                        "  db:",
                        "    image: postgres",
                        "    volumes:",
                        "      - \"" + directory.resolve("data") + ":/var/lib/postgresql/data:ro\"",
                        "  base:",
                        "    image: \"nginx:${TAG:-1}\"",
                        "    build:",
                        "      context: \"" + directory.resolve("app/src") + "\"",
                        "  web:",
                        "    image: \"nginx:${TAG:-1}\"",
                        "    build:",
                        "      context: \"" + directory.resolve("app/src") + "\"",
                        "    ports:",
                        "      -",
                        "        mode: ingress",
                        "        target: 80",
                        "        published: \"8080\"",
                        "        protocol: tcp",
                        "    networks:",
                        "      front:",
                        "networks:",
                        "  front:",
                        "    internal: true",
                        "    name: shop_front");
    }

    @Test
    void keepsVariablesAndPassesValuesThroughFromTheEnvironment() throws Exception {
        Files.writeString(directory.resolve(".env"), "DB_PW=planted-in-env-file\nDOMAIN=planted.example\n");
        Files.writeString(directory.resolve("compose.yaml"), """
            services:
              db:
                image: postgres
                command: ["--require", "--api-token", "planted-argument", "--host", "${DOMAIN}"]
                environment:
                  POSTGRES_PASSWORD: ${DB_PW:-planted-default}
                  PLAIN: planted-literal
                  URL: postgres://me:${DB_PW}@db/x
                labels:
                  auth.basicauth.users: "me:$$apr1$$planted-hash"
                  rule: Host(`${DOMAIN}`)
              cache:
                image: redis
                command: redis-server --requirepass planted-word --url redis://u:planted-url@h/0
                environment: [A=planted-item, "B=${DB_PW}"]
            configs:
              c: {content: planted-content}
            secrets:
              s: {environment: DB_PW}
            """);

        String text = resolved();

        assertThat(text).doesNotContain("planted");
        assertThat(text)
                .contains("POSTGRES_PASSWORD: \"${DB_PW}\"\n", "PLAIN:\n", "URL:\n")
                .contains("- A\n", "- \"B=${DB_PW}\"\n", "rule: \"Host(`${DOMAIN}`)\"\n")
                .contains(
                        "- \"${api_token}\"\n",
                        "redis-server --requirepass ${requirepass} --url redis://u:${PASSWORD}@h/0")
                .contains("auth.basicauth.users: \"${auth_basicauth_users}\"\n", "content: \"${C_CONTENT}\"\n");
    }
}
