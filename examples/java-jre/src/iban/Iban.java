package iban;

import java.util.Map;

/** Whether a text is a well-formed IBAN (ISO 13616): country, length and check digits. */
public final class Iban {

    /** Lengths by country, from the IBAN registry; those of the euro area and some neighbours. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("AT", 20), Map.entry("BE", 16), Map.entry("BG", 22), Map.entry("CH", 21),
            Map.entry("CY", 28), Map.entry("CZ", 24), Map.entry("DE", 22), Map.entry("DK", 18),
            Map.entry("EE", 20), Map.entry("ES", 24), Map.entry("FI", 18), Map.entry("FR", 27),
            Map.entry("GB", 22), Map.entry("GR", 27), Map.entry("HR", 21), Map.entry("HU", 28),
            Map.entry("IE", 22), Map.entry("IT", 27), Map.entry("LT", 20), Map.entry("LU", 20),
            Map.entry("LV", 21), Map.entry("MT", 31), Map.entry("NL", 18), Map.entry("NO", 15),
            Map.entry("PL", 28), Map.entry("PT", 25), Map.entry("RO", 24), Map.entry("SE", 24),
            Map.entry("SI", 19), Map.entry("SK", 24));

    /** What was found out: {@code problem} is null when the IBAN is well-formed. */
    public record Verdict(String iban, String problem) {
        public boolean valid() {
            return problem == null;
        }
    }

    private Iban() {
    }

    /** Judge a text as people write it, with or without spaces, in either case. */
    public static Verdict check(String text) {
        String iban = text.replaceAll("[ \\u00a0]", "").toUpperCase(java.util.Locale.ROOT);
        return new Verdict(iban, problem(iban));
    }

    private static String problem(String iban) {
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}")) {
            return "An IBAN is two letters, two digits, and up to 30 letters and digits.";
        }
        Integer length = LENGTHS.get(iban.substring(0, 2));
        if (length == null) {
            return "The country " + iban.substring(0, 2) + " is not known here.";
        }
        if (iban.length() != length) {
            return "An IBAN of " + iban.substring(0, 2) + " has " + length + " characters; this one has "
                    + iban.length() + ".";
        }
        return remainder(iban) == 1 ? null : "The check digits do not fit: something is mistyped.";
    }

    /** The first four characters last, letters as 10 to 35, the whole as one number, modulo 97. */
    private static int remainder(String iban) {
        int remainder = 0;
        for (char character : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            int value = Character.digit(character, 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
