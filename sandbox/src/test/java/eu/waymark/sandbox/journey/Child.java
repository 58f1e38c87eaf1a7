package eu.waymark.sandbox.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.sandbox.state.Json;

/**
 * The children of the journeys: as they are registered, and as somebody abroad asks for them. No name is near another's
 * or one of the loaded children's, so that each journey has the register to itself.
 */
enum Child {
    ANA("Ana", "Kovalchuk", "2012-08-23", 2, "UA", "Anna Kovalchuk", "2012-08-23"),
    /** Has the name, sex and year of the child in the README. */
    NAMESAKE("Ana", "Koval", "2014-03-05", 2, "UA", "Anna Koval", "2014~"),
    BOHDAN("Bohdan", "Hryhorenko", "2012-11-20", 1, "UA", "Bogdan Hryhorenko", "2012-11-20"),
    LUCIA("Lucía", "Ferrández", "2013-07-09", 2, "ES", "Lucia Ferrandez", "2013-07-09"),
    MATEO("Mateo", "Villanueva", "2011-01-30", 1, "ES", "Mateo Villanueva", "2011-01-30"),
    ELIF("Elif", "Yıldırım", "2016-06-21", 2, "TR", "Elif Yildirim", "2016-06-21"),
    STEFAN("Ştefan", "Munteanu", "2013-04-18", 1, "RO", "Stefan Munteanu", "2013-04"),
    ZOFIA("Zofia", "Wiśniewska", "2015-02-17", 2, "PL", "Zofia Wisniewska", "2015-02"),
    MYKOLA("Mykola", "Tkachenko", "2010-09-03", 1, "UA", "Mykola Tkachenko", "2010-09-03"),
    DARIA("Daria", "Świętochowska", "2009-12-24", 2, "PL", "Daria Swietochowska", "2009"),
    /** Was reported by mistake. */
    ILONA("Ilona", "Szczepaniak", "2011-10-08", 2, "HU", "Ilona Szczepaniak", "2011-10"),
    RUZENA("Růžena", "Vlčková", "2014-10-13", 2, "CZ", "Ruzena Vlckova", "2014-10-13"),
    /** Went missing in Kent and was found in Rotterdam; later it turns out that there are two. */
    MARIIA("Mariia", "Zabolotnikova", "2012-05-14", 2, "UA", "Марія Заболотнікова", "2013"),
    /** Born on one day, of one family. */
    TWIN("Solvejg", "Hammarskjold", "2013-06-30", 2, "SE", "Solvejg Hammarskjold", "2013-06-30"),
    OTHER_TWIN("Fredrika", "Hammarskjold", "2013-06-30", 2, "SE", "Fredrika Hammarskjold", "2013-06-30"),
    /** Says that he is sixteen. */
    TESFAY("Tesfay", "Gebremariam", "2010", 1, "ER", "Tesfay Gebremariam", "2010"),
    /** Moves from Kent to Leeds. */
    KATARINA("Katarína", "Ondrušová", "2012-11-03", 2, "SK", "Katarina Ondrusova", "2012-11-03"),
    LEOPOLD("Leopold", "Vandenbroucke", "2014-07-27", 1, "BE", "Leopold Vandenbroucke", "2014-07-27"),
    /** Goes abroad while Kent and Leeds talk about her. */
    ZSUZSANNA("Zsuzsanna", "Bodrogközy", "2013-12-02", 2, "HU", "Zsuzsanna Bodrogkozy", "2013-12-02"),
    /** Is not where Kent thinks. */
    PETRA("Petra", "Zvonimirović", "2012-06-26", 2, "HR", "Petra Zvonimirovic", "2012-06-26"),
    /** Moves to Lyon, and is missed there. */
    SAMIRA("Samira", "Benabdallah", "2011-03-19", 2, "MA", "Samira Benabdallah", "2011-03-19"),
    /** Is to be married abroad. */
    NAZANIN("Nazanin", "Esfahanizadeh", "2010-08-02", 2, "IR", "Nazanin Esfahanizadeh", "2010-08-02"),
    FAWZIA("Fawzia", "Tokhtamyshova", "2011-05-05", 2, "UZ", "Fawzia Tokhtamyshova", "2011-05-05"),
    SORAYA("Soraya", "Bakhtiarinejad", "2010-11-14", 2, "IR", "Soraya Bakhtiarinejad", "2010-11-14"),
    /** Is hidden from those who exploited her. */
    OLENA("Olena", "Prykhodchenko", "2011-12-15", 2, "UA", "Olena Prykhodchenko", "2011-12-15"),
    SOLOMIIA("Solomiia", "Drahomanchuk", "2012-03-17", 2, "UA", "Solomiia Drahomanchuk", "2012-03-17"),
    HIDDEN_SISTER("Yevheniia", "Zakharchenko", "2013-01-22", 2, "UA", "Yevheniia Zakharchenko", "2013-01-22"),
    /** Leaves a home at night, and comes back. */
    AURELIJA("Aurelija", "Kazlauskaitė", "2011-04-02", 2, "LT", "Aurelija Kazlauskaite", "2011-04-02"),
    /** Is assessed by everybody who met her, together. */
    YARA("Yara", "Khoudeirsson", "2012-04-11", 2, "SY", "Yara Khoudeirsson", "2012-04-11"),
    /** Is named in three claims for benefits. */
    MILICA("Milica", "Obrenovićeva", "2013-02-28", 2, "RS", "Milica Obrenoviceva", "2013-02-28"),
    /** Worked in a kitchen, and does not know his age. */
    BINIAM("Biniam", "Weldegiorgisz", "2009", 1, "ER", "Biniam Weldegiorgisz", "2009"),
    /** Two children who move to Leeds on one day. */
    MAJA("Maja", "Grzeszczykowa", "2013-08-14", 2, "PL", "Maja Grzeszczykowa", "2013-08-14"),
    ANATOLE("Anatole", "Quenneville", "2012-04-30", 1, "FR", "Anatole Quenneville", "2012-04-30"),
    /** Moves when a bank holiday is given. */
    RHIANNON("Rhiannon", "Llewelyn-Price", "2014-01-16", 2, "GB", "Rhiannon Llewelyn-Price", "2014-01-16"),
    /** Whoever tells where she is endangers her; of her cousin that is not said. */
    SHIRIN("Shirin", "Mohammadzadeh", "2012-10-27", 2, "IR", "Shirin Mohammadzadeh", "2012-10-27"),
    DILNOZA("Dilnoza", "Ergashbekova", "2013-05-06", 2, "UZ", "Dilnoza Ergashbekova", "2013-05-06"),
    /** Is looked for by somebody whom those who exploit her sent. */
    BLESSING("Blessing", "Oluwaseyifunmi", "2011-09-19", 2, "NG", "Blessing Oluwaseyifunmi", "2011-09-19"),
    /** Are hidden in Leeds. */
    LINH("Linh", "Nguyễn-Phước", "2012-02-25", 2, "VN", "Linh Nguyen-Phuoc", "2012-02-25"),
    AMARACHI("Amarachi", "Nwachukwuma", "2013-11-12", 2, "NG", "Amarachi Nwachukwuma", "2013-11-12"),
    /** Is found at night by somebody who breaks the glass. */
    TADHG("Tadhg", "Mac Giolla Bhríde", "2014-06-08", 1, "IE", "Tadhg Mac Giolla Bhride", "2014-06-08"),
    /** Must not travel, for months and for days. */
    PARWANA("Parwana", "Sherdilzai", "2011-07-17", 2, "AF", "Parwana Sherdilzai", "2011-07-17"),
    HODAN("Hodan", "Cabdiraxmaan", "2010-10-03", 2, "SO", "Hodan Cabdiraxmaan", "2010-10-03"),
    /** Comes of age, as her passport proves; another's passport proves that she is sixteen. */
    GULSHAN("Gulshan", "Khwajamuradi", "2008-02-02", 2, "AF", "Gulshan Khwajamuradi", "2008-02-02"),
    ROJIN("Rojîn", "Demirtaşoğlu", "2010-03-21", 2, "TR", "Rojin Demirtasoglu", "2010-03-21"),
    /** Her parents ask what is held on her. */
    ZARMINA("Zarmina", "Ghulamhaidar", "2011-12-30", 2, "AF", "Zarmina Ghulamhaidar", "2011-12-30"),
    /** Is looked up without her council's knowing. */
    ESZTER("Eszter", "Szentmihályi", "2012-09-14", 2, "HU", "Eszter Szentmihalyi", "2012-09-14"),
    /** Lives in Lyon. */
    EULALIE("Eulalie", "Castelnaudary", "2013-02-11", 2, "FR", "Eulalie Castelnaudary", "2013-02-11"),
    /** Lives in no register. */
    NOBODY("Quirin", "Oberhuber", "2012-02-02", 1, "AT", "Quirin Oberhuber", "2012-02-02");

    private final String given;
    private final String family;
    private final String born;
    private final int sex;
    private final String nationality;
    private final String askedName;
    private final String askedBirth;

    Child(String given, String family, String born, int sex, String nationality, String askedName, String askedBirth) {
        this.given = given;
        this.family = family;
        this.born = born;
        this.sex = sex;
        this.nationality = nationality;
        this.askedName = askedName;
        this.askedBirth = askedBirth;
    }

    /** What the holder knows. */
    ObjectNode known() {
        var child = rest(born);
        child.putArray("names").addObject().put("given", given).put("family", family);
        return child;
    }

    /** What somebody abroad knows. */
    ObjectNode asked() {
        return askedAs(askedBirth);
    }

    /** The same name with another birth date (EDTF). */
    ObjectNode askedAs(String birth) {
        var child = rest(birth);
        child.putArray("names").addObject().put("full", askedName);
        return child;
    }

    private ObjectNode rest(String birth) {
        var child = Json.mapper().createObjectNode();
        child.putArray("births").add(birth);
        child.put("sex", sex);
        child.putArray("nationalities").add(nationality);
        return child;
    }

    String familyName() {
        return family;
    }
}
