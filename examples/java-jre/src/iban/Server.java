package iban;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The HTTP side, on the server that comes with Java. */
public final class Server implements AutoCloseable {

    /** Seconds for requests in progress; shorter than the ten after which `docker stop` kills. */
    private static final int GRACE_SECONDS = 8;

    private final HttpServer http;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);

    /** Listens at once; port 0 takes any free one. */
    public Server(int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(port), 0);
        http.setExecutor(workers);
        http.createContext("/iban/", Server::iban);
        http.createContext("/health", exchange -> answer(exchange, 200, "{\"status\":\"ok\"}"));
        http.createContext("/", exchange -> answer(exchange, 404, "{\"error\":\"Ask for /iban/<number>.\"}"));
        http.start();
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** Takes no new requests, waits for those in progress. */
    @Override
    public void close() {
        // Not http.stop(GRACE_SECONDS): on Java 17 that waits the whole time, even when nothing is in progress.
        workers.shutdown();
        try {
            workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        http.stop(0);
    }

    private static void iban(HttpExchange exchange) throws IOException {
        // Decoded already: %20 is a space here.
        Iban.Verdict verdict = Iban.check(exchange.getRequestURI().getPath().substring("/iban/".length()));
        String problem = verdict.valid() ? "null" : quoted(verdict.problem());
        answer(exchange, 200, "{\"iban\":" + quoted(verdict.iban()) + ",\"valid\":" + verdict.valid()
                + ",\"problem\":" + problem + "}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (!head && !exchange.getRequestMethod().equals("GET")) {
            status = 405;
            json = "{\"error\":\"Only GET is answered here.\"}";
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        }
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        // -1 means that no body follows, which is so for HEAD.
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** A JSON string: quotes, backslashes and everything outside printable ASCII escaped. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
