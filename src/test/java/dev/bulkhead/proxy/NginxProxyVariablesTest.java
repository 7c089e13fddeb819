package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NginxProxyVariablesTest {

    @Test
    void readsHostsPathsAndPortsAndWhatACertificateIsAskedFor() throws Exception {
        assertThat(Routed.lines("""
                services:
                  edge: {image: nginxproxy/nginx-proxy, environment: {HTTPS_PORT: "8443"}, networks: [front]}
                  app:
                    image: app
                    networks: [front, back]
                    environment:
                      VIRTUAL_HOST: "app.lan, *.app.lan"
                      VIRTUAL_PORT: "3000"
                      VIRTUAL_PATH: /shop
                      LETSENCRYPT_HOST: app.lan
                networks: {front: , back: }
                """))
                .containsExactly(
                        "edge http+tls[][80, 8443] [app.lan][/shop] -> app:3000 over [shop_front] (app variable VIRTUAL_HOST)",
                        "edge http[][80] [][/shop] -> app:3000 over [shop_front] (app variable VIRTUAL_HOST)");
    }

    @Test
    void severalPortsTakeThePlaceOfThePlainVariables() throws Exception {
        assertThat(Routed.lines("""
                services:
                  edge: {image: "jwilder/nginx-proxy:1.6"}
                  app:
                    image: app
                    environment:
                      VIRTUAL_HOST: ignored.lan
                      VIRTUAL_HOST_MULTIPORTS: |-
                        www.lan:
                        api.lan:
                          external_https_port: 8448
                          "/": {port: 8000}
                          "/admin": {port: 9000, dest: "/"}
                """))
                .containsExactly(
                        "edge http[][80] [www.lan][] -> app:? over [shop_default] (app variable VIRTUAL_HOST_MULTIPORTS)",
                        "edge http[][80] [api.lan][] -> app:8000 over [shop_default] (app variable VIRTUAL_HOST_MULTIPORTS)",
                        "edge http[][80] [api.lan][/admin] -> app:9000 over [shop_default] (app variable VIRTUAL_HOST_MULTIPORTS)");
    }
}
