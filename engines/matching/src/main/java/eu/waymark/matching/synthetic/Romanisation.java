package eu.waymark.matching.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How clerks of a country write Cyrillic and Greek in Latin letters. Written apart from the engine's own
 * transliteration on purpose: the engine must cope with standards it does not follow.
 */
enum Romanisation {
    /** As machine-readable passports do (ICAO 9303). */
    PASSPORT(""),
    /** As British and American agencies do (BGN/PCGN). */
    ENGLISH("ю=yu я=ya є=ye ї=yi й=y ё=yo х=kh ц=ts ъ= ծ=ts ձ=dz"),
    GERMAN(
            "в=w ж=sch з=s х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja є=je ї=ji й=j χ=ch ζ=s შ=sch ჩ=tsch ჭ=tsch ჟ=sch ჯ=dsch ხ=ch ღ=gh ც=z წ=z ვ=w"
                    + " շ=sch չ=tsch ճ=tsch ժ=sch ջ=dsch խ=ch ց=z ծ=z վ=w յ=j"),
    FRENCH("у=ou ч=tch ш=ch щ=chtch ж=j ю=iou х=kh ου=ou χ=kh φ=ph შ=ch ჩ=tch ჭ=tch ჟ=j ჯ=dj უ=ou"
            + " շ=ch չ=tch ճ=tch ժ=j ջ=dj ու=ou"),
    POLISH("в=w ж=ż ц=c ч=cz ш=sz щ=szcz х=ch ю=ju я=ja є=je ї=ji й=j χ=ch შ=sz ჩ=cz ჭ=cz ჟ=ż ჯ=dż ხ=ch ც=c წ=c ვ=w"
            + " շ=sz չ=cz ճ=cz ժ=ż ջ=dż խ=ch ց=c ծ=c վ=w յ=j");

    private static final Map<String, String> COMMON = table(
            "а=a б=b в=v г=g ґ=g д=d е=e є=ie ё=e ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh"
                    + " ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia"
                    + " α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps"
                    + " ω=o ά=a έ=e ή=i ί=i ό=o ύ=y ώ=o ϊ=i ϋ=y ΐ=i ου=ou ού=ou αυ=av αύ=av ευ=ev εύ=ev μπ=b ντ=nt γκ=gk"
                    + " γγ=ng"
                    + " ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh"
                    + " ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h"
                    + " ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n"
                    + " շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k և=ev օ=o ֆ=f ու=u");
    private static final Map<String, String> UKRAINIAN = table("г=h и=y");
    private static final Map<String, String> BULGARIAN = table("ъ=a х=h щ=sht ю=yu я=ya");

    private final Map<String, String> table;

    Romanisation(String table) {
        this.table = table(table);
    }

    /** The standards that agencies of a country use. */
    static List<Romanisation> of(String country) {
        var standards = new ArrayList<>(List.of(PASSPORT));
        switch (country) {
            case "GB" -> standards.add(ENGLISH);
            case "DE" -> standards.add(GERMAN);
            case "FR" -> standards.add(FRENCH);
            case "PL" -> standards.add(POLISH);
            default -> {}
        }
        return standards;
    }

    String latin(String own, Origin origin) {
        String word = own.toLowerCase(Locale.ROOT);
        var latin = new StringBuilder(word.length() + 4);
        int at = 0;
        while (at < word.length()) {
            int length = at + 1 < word.length() && COMMON.containsKey(word.substring(at, at + 2)) ? 2 : 1;
            latin.append(letter(word.substring(at, at + length), origin));
            at += length;
        }
        return capitalised(latin.toString());
    }

    static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String letter(String own, Origin origin) {
        Map<String, String> language =
                switch (origin) {
                    case UA -> UKRAINIAN;
                    case BG -> BULGARIAN;
                    default -> Map.of();
                };
        String standard = table.get(own);
        return standard != null ? standard : language.getOrDefault(own, COMMON.getOrDefault(own, own));
    }

    private static Map<String, String> table(String text) {
        var letters = new HashMap<String, String>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(" ")) {
            int equals = pair.indexOf('=');
            letters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return Map.copyOf(letters);
    }
}
