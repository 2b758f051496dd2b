package iban;

import java.io.IOException;

/** The service as it runs in a container. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) throws IOException {
        Server server = new Server(Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")));
        // The JVM turns SIGTERM into an orderly end, as process 1 too: it runs this, then exits with 143.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("Finishing the requests in progress.");
            server.close();
        }));
        System.out.println("Listening on port " + server.port() + ".");
    }
}
