package iban;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;

/** Asks the service how it is: exit code 0 is healthy, 1 is not. */
public final class HealthCheck {

    private HealthCheck() {
    }

    public static void main(String[] arguments) {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        System.exit(healthy(port) ? 0 : 1);
    }

    static boolean healthy(int port) {
        try {
            // No proxy, whatever the environment says. This client has fewer classes to load than java.net.http.
            HttpURLConnection connection = (HttpURLConnection)
                    new URL("http://127.0.0.1:" + port + "/health").openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException error) {
            return false;
        }
    }
}
