// What identifies a family is refused (PN3), and what social workers write every day is not.
// Invented people, numbers and places.
#include <ctime>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/referral/referral.h"

namespace radslag::referral {
namespace {

using ::testing::ElementsAre;

struct Case {
    std::string_view text, found;
};

constexpr Case identifying[] = {
    // Civil registration numbers, Danish and Swedish
    {"Drengen 050520-9996 går i skole", "050520-9996"},
    {"Drengen 0505209996", "0505209996"},
    {"Drengen 050520 9996", "050520 9996"},
    {"Drengen 050520 - 9996", "050520 - 9996"},
    {"Drengen 050520–9996", "050520–9996"},
    {"Drengen 050520 — 9996", "050520 — 9996"},
    {"Drengen 050520−9996", "050520−9996"},
    {"Drengen 050520\u00a09996", "050520\u00a09996"},
    {"Drengen 050520\u20099996", "050520\u20099996"},
    {"Drengen 050520_9996", "050520_9996"},
    {"Drengen 050520,9996", "050520,9996"},
    {"Drengen 050520, 9996", "050520, 9996"},
    {"cpr:050520:9996", "050520:9996"},
    {"cpr: 050520: 9996", "050520: 9996"},
    {"050520/9996", "050520/9996"},
    {"050520*9996", "050520*9996"},
    {"050520\n9996", "050520\n9996"},
    {"05 05 20 99 96", "05 05 20 99 96"},
    {"05 05 20-9996", "05 05 20-9996"},
    {"05.05.20.9996", "05.05.20.9996"},
    {"05.05.20-2013", "05.05.20-2013"},
    {"05-05-20-9996", "05-05-20-9996"},
    {"05.05.2020-9996", "05.05.2020-9996"},
    {"050520-2013", "050520-2013"},
    {"050520 1230", "050520 1230"},
    {"650520-9996", "650520-9996"},
    {"０５０５２０９９９６", "０５０５２０９９９６"},
    {"٠٥٠٥٢٠٩٩٩٦", "٠٥٠٥٢٠٩٩٩٦"},
    {"٠٥٠٥٢٠-٩٩٩٦", "٠٥٠٥٢٠-٩٩٩٦"},
    {"050520\u200b-\u200b9996", "050520\u200b-\u200b9996"},
    {"05052O-9996", "05052O-9996"},
    {"Ida050520-9996", "050520-9996"},
    {"(050520-9996)", "050520-9996"},
    {"Pojken 20130505-2397", "20130505-2397"},
    {"Pojken 201305052397", "201305052397"},
    {"Pojken 130505-2397", "130505-2397"},
    {"Gäld 350 kr. 19900060-2397 och", "19900060-2397"}, // month and day unknown
    {"kr 900660-2397", "900660-2397"},
    {"Pojken 2013-05-05-2397", "2013-05-05-2397"},
    {"Pojken 2013 05 05 2397", "2013 05 05 2397"},
    {"farfar 261230+1234", "261230+1234"},
    {"samordningsnummer 19900662-2397", "19900662-2397"},
    {"reservnummer 19850101-R123 finns", "19850101-R123"},
    {"reservnummer 850101-TF12", "850101-TF12"},
    // Telephones
    {"ring 12 34 56 78", "12 34 56 78"},
    {"ring 12\u00a034\u00a056\u00a078", "12\u00a034\u00a056\u00a078"},
    {"ring 12345678 i morgen", "12345678"},
    {"ring 1234 5678", "1234 5678"},
    {"ring 20.30.4050", "20.30.4050"},
    {"ring 20.30.40.50", "20.30.40.50"},
    {"hos ham 20.30.404", "20.30.404"},
    {"ring 12/34/5678", "12/34/5678"},
    {"nås på 12 34 56–78", "12 34 56–78"},
    {"tlf.: 1234–5678", "1234–5678"},
    {"tlf. nr. 20102010", "20102010"},
    {"Mobil 20 10 20 15", "20 10 20 15"},
    {"+45 12345678", "+45 12345678"},
    {"+4512345678", "+4512345678"},
    {"+45 12 34 56 78 hele dagen", "+45 12 34 56 78"},
    {"0045 12345678", "0045 12345678"},
    {"070‑174 06 05", "070‑174 06 05"},
    {"070-174 06 05", "070-174 06 05"},
    {"0701740605", "0701740605"},
    {"(070) 174 06 05", "070) 174 06 05"},
    {"0498-26 90 00", "0498-26 90 00"},
    {"08-123 45 67", "08-123 45 67"},
    {"+46 (0)70-174 06 05", "+46 (0)70-174 06 05"},
    {"Mor har 2 0 3 0 4 0 5 0", "2 0 3 0 4 0 5 0"},
    {"tlf12345678", "12345678"},
    // Mail and accounts
    {"skriv til ida@mail.dk", "ida@mail.dk"},
    {"@ skriv til ida@mail.dk", "ida@mail.dk"},
    {"ida.b_2@mail.example.org, tak", "ida.b_2@mail.example.org"},
    {"<ida@mail.dk>", "ida@mail.dk"},
    {"ida(at)mail.dk", "ida(at)mail.dk"},
    {"ida [at] mail.dk", "ida [at] mail.dk"},
    {"ida snabel-a mail.dk", "ida snabel-a mail.dk"},
    {"ida snabela mail punktum dk", "ida snabela mail punktum d"},
    {"ida ＠ mail.dk", "ida ＠ mail.dk"},
    {"ida＠mail．dk", "ida＠mail．dk"},
    {"ida @ mail.dk", "ida @ mail.dk"},
    {"hun hedder @idapige på nettet", "@idapige"},
    // Addresses
    {"bor Elmegade 5", "Elmegade 5"},
    {"bor Elmegade 5.", "Elmegade 5"},
    {"bor Elmegade 5. Mor arbejder", "Elmegade 5"},
    {"bor Elmegade nr. 5", "Elmegade nr. 5"},
    {"bor Elmegade, nr 5", "Elmegade, nr 5"},
    {"Elmegade  5", "Elmegade  5"},
    {"Elmegade\u00a05", "Elmegade\u00a05"},
    {"elmegade 5", "elmegade 5"},
    {"Elmegade5", "Elmegade5"},
    {"Elmegade 5B, 2. tv.", "Elmegade 5"},
    {"Elmegade 5-7", "Elmegade 5"},
    {"Nørregade\n5", "Nørregade\n5"},
    {"Slotsvænget 4", "Slotsvænget 4"},
    {"Kirkebakken 12", "Kirkebakken 12"},
    {"Lærkehaven 8", "Lærkehaven 8"},
    {"Elmeparken 31", "Elmeparken 31"},
    {"Søagerskrænten 9", "Søagerskrænten 9"},
    {"STRANDVEJEN 7", "STRANDVEJEN 7"},
    {"Søndre Allé 3", "Søndre Allé 3"},
    {"SØNDRE ALLÉ 3", "SØNDRE ALLÉ 3"},
    {"Søndre Alle\u0301 3", "Søndre Alle\u0301 3"},
    {"Kastanjealle 3", "Kastanjealle 3"},
    {"Ågade 3", "Ågade 3"},
    {"S:t Hansgatan 5", "Hansgatan 5"},
    {"Box 1200, 621 23 Visby", "621 23 Visby"},
    {"CPR 05/05-20 9996", "05/05-20 9996"},
    {"pnr 13-05-05-23-97", "13-05-05-23-97"},
    {"tlf 20240112", "20240112"},
    {"mobil 2030 4050", "2030 4050"},
    {"45 20 30 40 50", "45 20 30 40 50"},
    {"Kastanjeallé 3", "Kastanjeallé 3"},
    {"på Torvet 3", "på Torvet 3"},
    {"Torvet 3", "Torvet 3"},
    {"Torvet 3 er deres hjem", "Torvet 3"},
    {"Skolen ringede. Torvet 3, 2. tv.", "Torvet 3"},
    {"Torget 3 är deras adress", "Torget 3"},
    {"Adresse:\nTorvet 3\nMor er alene", "Torvet 3"},
    {"Roskilde Landevej 112", "Landevej 112"},
    {"Storgatan 14 B", "Storgatan 14"},
    {"storgatan 14", "storgatan 14"},
    {"Norra vägen 2", "Norra vägen 2"},
    {"Gamla Torget 3", "Gamla Torget 3"},
    {"Tallstigen 7", "Tallstigen 7"},
    {"Kyrkbacken 1", "Kyrkbacken 1"},
    {"de bor i 3400 Hillerød", "3400 Hillerød"},
    {"DK-3400 Hillerød", "3400 Hillerød"},
    {"3400 HILLERØD", "3400 HILLERØD"},
    {"2000 Frederiksberg", "2000 Frederiksberg"},
    {"621 50 Visby", "621 50 Visby"},
    {"62150 Visby", "62150 Visby"},
};

TEST(Anonymous, WhatIdentifiesIsRefusedAndTold) {
    for (auto const& [text, found] : identifying) {
        auto read = read_anonymous(text, "child");
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error(),
                  refusal("referral.identifies", "child").with("found", std::string(found)))
            << text << "\n  found: " << what_identifies(text);
    }
}

constexpr std::string_view ordinary[] = {
    // Dates, times, weeks, years
    "Underretning den 12. maj 2024 og igen 3. juni",
    "Mødet var 2026-05-01, det næste 1.5.2026.",
    "Møder 2024-05-06, 2024-06-05 og 2024-07-01",
    "Perioden 01.02.2024-05.03.2024",
    "Fra 01.02-05.03.2024 boede hun hos mormor",
    "Perioden 2024-05-06 – 2024-06-05",
    "2024-05-06 12:30",
    "2024-05-06 12:30:15",
    "Samtal 24/12-2023 och 3/4 2024",
    "Møde 12/5 13/6 14/7 2024",
    "1/9-31/12 2024",
    "Den 05.05.20 begyndte han i skole",
    "Hun er født 050520",
    "Född 20130505",
    "Han kom hjem 120524-140624",
    "Kl. 8.30 til 15.15, fredag kl. 8-12",
    "Skolen er kl. 08.00-15.30 08.00-14.00",
    "Arbejder 8-15 8-15 8-14",
    "Nattevagt kl. 2200-0600",
    "klockan 07:45-16:30 varje dag",
    "kl. 10.15 2024-05-06",
    "Telefonsamtale 06.05.2024",
    "Tlf. samtale 2024-05-06 12:30 med skolen",
    "Opringning: ring 06.05.2024 kl. 10",
    "I uge 34-36 og 38-40 var han væk",
    "uge 10 11 12 13 14",
    "Frånvaro vecka 3, 4, 5, 7, 9, 11 och 12",
    "v. 34-36 38-40",
    "Skoleåret 2023-2024, før det 2022/23",
    "Läsåren 2021/22 2022/23 2023/24",
    "2019, 2020, 2021 og 2022",
    "2019-2020 boede de i udlandet",
    "Siden 2019 Familien har haft kontakt",
    "I 2023 Barnet skiftede skole",
    // Ages, classes, counts
    "Børn på 3, 5, 7, 11 og 13 år",
    "Syskon 3 5 7 11 13 år",
    "Går i 5. A på skolen, før i 4. B",
    "Går i klass 4A och har gått i 3B",
    "8.-9. klasse i 2 år",
    "En dreng på 12 år, 3 måneder",
    "Fravær 12,5 % i 2023 og 37,5 % i 2024",
    "Fravær på 45-50 procent",
    "4 gange om ugen i 3 måneder",
    "Score 12 14 7 9 22 på skemaet",
    "På en skala 1 2 3 4 5 6 7 8 9 10",
    "Vægt 32,5 kg, højde 1,42 m",
    "SDQ 17, WISC 85-92, F90.0 og F84.5",
    // Amounts
    "Gæld på 12.500 kr",
    "Gæld på 1.250.000 kr. og 350.000,50 kr.",
    "Skulden är 1 250 000 kr",
    "Skulder 10 000-15 000 kr i månaden",
    "Lån kr. 1.000.000,-",
    "Lån på 1250000 kroner",
    "Får 1500 Kr om ugen",
    "De fik 4500 DKK",
    // Laws
    "Efter § 50, stk. 3, nr. 7 i serviceloven",
    "Barnets lov § 32 og §§ 46-48",
    "11 kap. 2 § SoL och 3 § LVU",
    "enligt socialtjänstlagen (2001:453) och SFS 1990:52",
    "SoL 11:1, 11:2 och 14:1",
    "LBK nr. 1089 af 16/08/2023",
    "forordning 2016/679",
    "Underretning nr. 4 siden 2022",
    {"§ 50 undersøgelse afsluttet 01-02-2024. § 52 iværksat 01-03-2024"},
    {"underretninger 12.01.24 13.02.24 15.03.24"},
    {"mån 8.10-14.30 tis 8.10-13.40 ons 8.10-14.30"},
    {"Storebror 17 (2007), lillesøster 9 (2015), halvbror 4 (2020)"},
    {"Mor f. 120385 far f. 041182, 2 børn f. 050510 og 120914"},
    {"Mor ringer 24/7, fredag den 12.1.2024 10.00-11.30"},
    {"Indtægt 18.500, husleje 9.800, gæld 125.000"},
    {"hyra 9800-12500 kr per månad"},
    {"Medicin 10 mg x 2, 20 mg x 1 kl 8.00 og 20.00"},
    // House-like words
    "Han er på vej 3 gange om ugen",
    "De mødes i parken 2 gange om ugen",
    "Hun er i børnehaven 4 dage om ugen",
    "I Børnehaven 3 timer dagligt",
    "Børnehaven 2-3 dage",
    "i skolegården 2 gange",
    "På legepladsen 3 børn ad gangen",
    "Parken 2 gange om ugen",
    "Parken 3 formiddage",
    "Alle 3 er enige. Alle 3, også lillebror, bor hjemme",
    "Haven 3 er stor nok",
    "Torvet 4 unge mødes på",
    "Torget 2 av tre dagar",
    "Haven 5. maj",
    "på vägen 3 km hem",
    "Hela vägen 2 km",
    "på torget 2 gånger i veckan",
    "i backen 20 minuter",
    "At have 3 børn alene er svært",
    "Alle 3 børn bor hjemme, alle 4 forældre er enige",
    "Han tager motorvejen 5 dage om ugen",
    "Storgatan är farlig, vägen 50 meter bort",
    "Drengen 8 år og Plejedrengen 7 år",
    "Teenager 14 år",
    "Hun så det på gaden 2-3 gange",
    "på gatan 3 nätter i rad",
    "I haven 5. maj",
    "Elmegade 8.30",
    "I Lærkehaven 5. maj",
    "Skovvejen 2 gange",
    "De bor tæt på vandet.\n1. Mor arbejder\n2. Far er syg",
    "Elevpladsen 2 uger",
    "Ønsker:\nro på vejen\n2. tid sammen",
    "Udvej 1 er ro, udvej 2 er hjælp",
    "betalt 4500. Mor er alene",
    "kl. 1430 Mor henter",
    "Kl 1430 Skolen slutter",
    "Bor i en lejlighed på 3. sal",
    "Lån 2500 SMS'er",
    "Omkring 1500 Personer bor i byen",
    // Mail-like
    "Vi ses @ 14",
    "Mor/far, skole & fritid; 50/50 ordning",
    "Se borger.dk og forældreintra",
    "Ring 112 eller 1813, i Sverige 1177 og 116 111",
    "(at) er et ord",
    "Det var en snabel-a lignende tegning",
    // Arabic and nothing
    "الولد عمره ١٢ سنة",
    "الاجتماع ٢٠٢٤-٠٥-٠٦",
    "",
    "En pojke på tolv år. Skolan är orolig; mamman sover dåligt.",
};

TEST(Anonymous, WhatPeopleWriteEveryDayIsTaken) {
    for (auto text : ordinary) {
        EXPECT_EQ(what_identifies(text), "") << text;
        EXPECT_EQ(read_anonymous(text, "child"), text);
    }
}

// What is found stands in the text, whatever comes, and no input ends in a broken assertion.
TEST(Anonymous, WhatIsFoundStandsThere) {
    static constexpr std::string_view pieces[] = {
        "0",    "5",   "12",     "050520",    "9996",     "2024",    " ",
        "-",    "–",   ".",      "/",         ", ",       "\n",      "kl. ",
        "@",    "ida", "vej ",   "Torvet ",   "Hillerød", "(",       "+45",
        "nr. ", "٣",   "٠٥٠٥٢٠", "kr",        "§",        "å\u030a", "0000000000000",
        "o",    "%",   "og",     " punktum ", "(at)",     "\u200b"};
    SeededRandom random(12);
    int found = 0;
    for (int i = 0; i < 60'000; ++i) {
        std::string text;
        for (auto n = random.below(10); n > 0; --n) text += pieces[random.below(std::size(pieces))];
        auto const what = what_identifies(text);
        found += what.empty() ? 0 : 1;
        ASSERT_NE(text.find(what), std::string::npos) << text;
        ASSERT_TRUE(is_utf8(what)) << text;
    }
    EXPECT_GT(found, 5'000);
}

// A text of the longest is looked through in a moment: what is looked at again and again is short.
// Marks are put in order, which takes its time when thousands stand on one letter.
TEST(Anonymous, ALongTextTakesNoLongTime) {
    std::string ats, marks = "a";
    for (int i = 0; i < 1000; ++i) ats += "b @ ";
    for (int i = 0; i < 6000; ++i) ats += "\ufdfa"; // eighteen letters each
    for (int i = 0; i < 5000; ++i) marks += "\u0301\u0316";
    auto const began = std::clock();
    EXPECT_EQ(what_identifies(ats), "");
    EXPECT_EQ(what_identifies(marks), "");
    EXPECT_LT(std::clock() - began, CLOCKS_PER_SEC);
}

TEST(Anonymous, WordsThatLookLikeNamesAreAskedAbout) {
    EXPECT_THAT(looks_like_names("Drengen hedder Noah Jensen"), ElementsAre("Noah", "Jensen"));
    EXPECT_THAT(looks_like_names("Hon heter Åsa. Skolan ringde Čedomir"),
                ElementsAre("Åsa", "Čedomir"));
    EXPECT_THAT(looks_like_names("bror til Anne-Marie O'Neill"),
                ElementsAre("Anne-Marie", "O'Neill"));
    // In small letters too, where a name is announced.
    EXPECT_THAT(looks_like_names("drengen hedder noah og går i 2. klasse"), ElementsAre("noah"));
    EXPECT_THAT(looks_like_names("Pojken, som heter ali, är ledsen. Hon heter åsa"),
                ElementsAre("ali", "åsa"));
    EXPECT_THAT(looks_like_names("en dreng ved navn jens; en flicka vid namn siv"),
                ElementsAre("jens", "siv"));
    for (auto const* none :
         {"Det hedder skolefravær", "Det heter skolfrånvaro", "Hvad hedder den indsats",
          "Hun hedder det samme som sin mor", "Det heter inte så längre", "Vad heter stödet?",
          "det som hedder familiebehandling", "Han heter likadant som sin bror",
          "Hun har fået et navn for det", "Hed mad er farlig", "Vi ved. Navn er ukendt"})
        EXPECT_THAT(looks_like_names(none), ElementsAre()) << none;
    EXPECT_THAT(looks_like_names("Hun har kontakt med PPR og BUP efter SoL. Mor er træt"),
                ElementsAre());
}

TEST(Anonymous, LastsUntilTheFamilyHasItsName) {
    Referral referral;
    EXPECT_TRUE(is_without_name(true, &referral));
    EXPECT_TRUE(is_without_name(true, nullptr));
    EXPECT_FALSE(is_without_name(false, &referral));
    referral.identity_at = Instant{1};
    EXPECT_FALSE(is_without_name(true, &referral));
}

} // namespace
} // namespace radslag::referral
