package iban;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The tests, without a framework: each names what must be true, and the run ends with 1 if one is not. */
public final class Tests {

    private interface Check {
        boolean holds() throws IOException, InterruptedException;
    }

    private static int passed;
    private static int failed;

    private Tests() {
    }

    public static void main(String[] arguments) throws Exception {
        // Published examples of the IBAN registry.
        for (String iban : new String[] {"DE89370400440532013000", "GB29NWBK60161331926819",
                "FR1420041010050500013M02606", "NO9386011117947", "MT84MALT011000012345MTLCAST001S"}) {
            test(iban + " is valid", () -> Iban.check(iban).valid());
        }
        test("spaces and small letters do not matter", () ->
                Iban.check("gb29 nwbk 6016 1331 9268 19").equals(new Iban.Verdict("GB29NWBK60161331926819", null)));
        test("one wrong digit is noticed", () -> problem("DE89370400440532013001").contains("mistyped"));
        test("two digits exchanged are noticed", () -> problem("DE89370400440532010300").contains("mistyped"));
        test("a missing digit is noticed", () -> problem("DE8937040044053201300").contains("22 characters"));
        test("an unknown country is named", () -> problem("XX89370400440532013000").contains("XX"));
        for (String text : new String[] {"", "DE", "89DE370400440532013000", "DE89-3704", "DE\u0668\u06693704"}) {
            test("\"" + text + "\" is no IBAN", () -> problem(text).startsWith("An IBAN is"));
        }
        test("JSON strings are escaped", () -> Server.quoted("a\"\\\n\u00e9").equals("\"a\\\"\\\\\\u000a\\u00e9\""));

        Server server = new Server(0);
        int port = server.port();
        test("the service judges an IBAN", () -> get(port, "GET", "/iban/DE89%203704%200044%200532%200130%2000").body()
                .equals("{\"iban\":\"DE89370400440532013000\",\"valid\":true,\"problem\":null}"));
        test("the service says what is wrong", () -> get(port, "GET", "/iban/DE0").body().contains("\"valid\":false"));
        test("unknown paths are not found", () -> get(port, "GET", "/").statusCode() == 404);
        test("only GET is answered", () -> get(port, "DELETE", "/iban/DE0").statusCode() == 405);
        test("HEAD gets no body", () -> get(port, "HEAD", "/health").body().isEmpty());
        test("the health check sees a running service", () -> HealthCheck.healthy(port));
        server.close();
        test("the health check sees that the service has stopped", () -> !HealthCheck.healthy(port));

        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static void test(String name, Check check) {
        boolean holds;
        try {
            holds = check.holds();
        } catch (Exception error) {
            System.out.println(error);
            holds = false;
        }
        System.out.println((holds ? "ok      " : "FAILED  ") + name);
        if (holds) {
            passed++;
        } else {
            failed++;
        }
    }

    private static String problem(String text) {
        String problem = Iban.check(text).problem();
        return problem == null ? "" : problem;
    }

    private static HttpResponse<String> get(int port, String method, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
