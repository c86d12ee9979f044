// The software's own words for what people see, where a model need not have any. {of} is the
// model's word for the thing, {who} the roles, {n} a number.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

struct Row {
    std::string_view key;
    std::string_view sv, da, en;
};

constexpr Row rows[] = {
    {"acute", "Det är bråttom", "Det haster", "It is urgent"},
    {"assignment.ended", "Uppdraget är slut", "Opgaven er slut", "The assignment has ended"},
    {"condition.absence_followed_up", "Det är följt upp varför någon som behövdes inte kom: {of}",
     "Der er fulgt op på, hvorfor nogen, der var brug for, ikke kom: {of}",
     "It is followed up why somebody who was needed did not come: {of}"},
    {"condition.accounts", "Alla som är här för sitt arbete har berättat vad de vet",
     "Alle som er her på grund af deres arbejde, har fortalt, hvad de ved",
     "Everyone who is here for work has told what they know"},
    {"condition.actions_owned", "Allt i planen har någon som gör det",
     "Alt i planen har nogen, der gør det", "Everything in the plan has somebody who does it"},
    {"condition.actions_reviewed", "Det är sagt hur det gick med varje sak i planen",
     "Det er sagt, hvordan det gik med hver ting i planen",
     "It is said how each thing in the plan went"},
    {"condition.answered", "Alla inbjudna har svarat ({who})", "Alle inviterede har svaret ({who})",
     "Everyone invited has answered ({who})"},
    {"condition.consent", "Alla som ska frågas har sagt ja: {of}",
     "Alle, der skal spørges, har sagt ja: {of}", "Everyone who must be asked has said yes: {of}"},
    {"condition.criteria_met", "Det är bedömt att det passar", "Det er vurderet, at det passer",
     "It is judged to be suitable"},
    {"condition.decided", "Det är bestämt om var och en får bjudas in ({who})",
     "Det er bestemt for hver enkelt, om de må inviteres ({who})",
     "It is decided for each whether to invite them ({who})"},
    {"condition.granted", "Kommittén har sagt ja", "Udvalget har sagt ja",
     "The committee has said yes"},
    {"condition.headings_filled", "Det står något under varje rubrik i planen",
     "Der står noget under hver overskrift i planen",
     "Something stands under each heading of the plan"},
    {"condition.identity_linked", "Familjen har fått sitt namn i ärendet",
     "Familien har fået sit navn i sagen", "The family has its name in the case"},
    {"condition.invited", "Alla som ska komma är inbjudna ({who})",
     "Alle, der skal komme, er inviteret ({who})", "Everyone who should come is invited ({who})"},
    {"condition.meeting_held", "Mötet har hållits: {of}", "Mødet er holdt: {of}",
     "The meeting has been held: {of}"},
    {"condition.meeting_planned", "Mötet har en dag och en plats: {of}",
     "Mødet har en dag og et sted: {of}", "The meeting has a day and a place: {of}"},
    {"condition.named", "Minst {n} finns med ({who})", "Mindst {n} er med ({who})",
     "At least {n} named ({who})"},
    {"condition.offers", "Alla som är här för sitt arbete har sagt vad de kan hjälpa till med",
     "Alle som er her på grund af deres arbejde, har sagt, hvad de kan hjælpe med",
     "Everyone who is here for work has said what they can help with"},
    {"condition.own_words", "Huvudpersonens egna ord är nedskrivna",
     "Hovedpersonens egne ord er skrevet ned", "The main person's own words are written down"},
    {"condition.plan_ended", "{of}", "{of}", "{of}"},
    {"condition.plan_written", "Planen är skriven", "Planen er skrevet", "The plan is written"},
    {"condition.prepared", "Alla som kommer är förberedda ({who})",
     "Alle, der kommer, er forberedt ({who})", "Everyone who comes is prepared ({who})"},
    {"condition.present", "Minst {n} är här ({who})", "Mindst {n} er her ({who})",
     "At least {n} here ({who})"},
    {"condition.purpose", "Det är valt vad mötet är till för",
     "Det er valgt, hvad mødet skal bruges til", "It is chosen what the meeting is for"},
    {"condition.questions", "Frågorna är skrivna, och de är de rätta",
     "Spørgsmålene er skrevet, og de er de rigtige",
     "The questions are written, and they are the right ones"},
    {"condition.referral_complete", "Allt som behövs står i ansökan",
     "Alt, hvad der er brug for, står i henvisningen",
     "Everything that is needed stands in the referral"},
    {"condition.referral_passed", "Ansökan är lämnad till kommittén",
     "Henvisningen er givet videre til udvalget", "The referral is passed to the committee"},
    {"condition.referrer_answered", "Den som skickade ansökan har fått svar",
     "Den, der henviste, har fået svar", "The referrer has been answered"},
    {"condition.review_answered", "Frågorna om hur det går är besvarade: {of}",
     "Spørgsmålene om, hvordan det går, er besvaret: {of}",
     "The questions about how it is going are answered: {of}"},
    {"condition.role", "Någon är utsedd och klar att börja: {of}",
     "Nogen er udpeget og klar til at begynde: {of}",
     "Somebody is assigned and ready to begin: {of}"},
    {"condition.room_limit", "Inte fler i rummet än som får vara där den dagen: {of}",
     "Ikke flere i rummet, end der må være den dag: {of}",
     "No more in the room than may be there that day: {of}"},
    {"condition.rounds", "Minst {n} omgångar är gjorda", "Mindst {n} runder er holdt",
     "At least {n} rounds are done"},
    {"condition.time_set_aside", "Mötet får minst {time}: {of}", "Mødet får mindst {time}: {of}",
     "The meeting gets at least {time}: {of}"},
    {"consent.taken_back", "Ett ja togs tillbaka", "Et ja blev trukket tilbage",
     "A yes was taken back"},
    {"field.asked", "Vad de har bett om", "Hvad de har bedt om", "What they have asked for"},
    {"newer.decides", "Det är bestämt om de får bjudas in: {of}",
     "Det er bestemt, om de må inviteres: {of}", "It is decided whether to invite them: {of}"},
    {"newer.intake", "Ingen nämns vid namn än: {of}", "Ingen nævnes ved navn endnu: {of}",
     "Nobody is named yet: {of}"},
    {"newer.role", "Den som är utsedd får vara det: {of}", "Den, der er udpeget, må være det: {of}",
     "Whoever is assigned may be it: {of}"},
    {"newer.stage", "En väg dit ärendet står: {of}", "En vej hertil, hvor sagen står: {of}",
     "A way to where the case stands: {of}"},
    {"office.administrator", "administratören", "administratoren", "the administrator"},
    {"office.case_worker", "socialsekreterarna", "sagsbehandlerne", "the case workers"},
    {"office.committee", "kommittén", "udvalget", "the committee"},
    {"office.coordinator", "samordnarna", "mødelederne", "the coordinators"},
    {"office.employee", "kommunens anställda", "kommunens ansatte", "the municipality's employees"},
    {"office.manager", "chefen", "lederen", "the manager"},
    {"rule.committee", "Hur kommittén arbetar", "Hvordan udvalget arbejder",
     "How the committee works"},
    {"rule.deadline", "I tid: {of}", "Til tiden: {of}", "In time: {of}"},
    {"rule.decides", "Ingen bjuds in utan ja från {by} ({who})",
     "Ingen inviteres uden ja fra {by} ({who})",
     "Nobody is invited without a yes from {by} ({who})"},
    {"rule.may", "Vem som gör vad", "Hvem der gør hvad", "Who does what"},
    {"rule.plan", "Hur planen skrivs", "Hvordan planen skrives", "How the plan is written"},
    {"rule.preparation", "Hur var och en förbereds", "Hvordan den enkelte forberedes",
     "How each of them is prepared"},
    {"rule.questions", "Hur frågorna blir till", "Hvordan spørgsmålene bliver til",
     "How the questions come about"},
    {"rule.see", "Vem som får se vad", "Hvem der må se hvad", "Who may see what"},
    {"stop", "Avslutat i förtid", "Afsluttet før tid", "Ended early"},
    {"time.hours", "{n} timmar", "{n} timer", "{n} hours"},
    {"time.minutes", "{n} minuter", "{n} minutter", "{n} minutes"},
    {"time.one_hour", "en timme", "en time", "one hour"},
    {"time.set_aside", "Avsätt {time}", "Sæt {time} af", "Set {time} aside"},
    {"word.by_letter", "skriver i stället", "skriver i stedet", "writes instead"},
    {"word.by_link", "kommer på länk", "kommer på link", "comes by link"},
    {"word.by_substitute", "skickar någon annan", "sender en anden", "sends somebody else"},
    {"word.cannot", "kan inte komma", "kan ikke komme", "cannot come"},
    {"word.granted", "ja", "ja", "granted"},
    {"word.in_room", "kommer", "kommer", "comes"},
    {"word.kept", "gjort", "gjort", "done"},
    {"word.more_needed", "mer behövs", "der er brug for mere", "more is needed"},
    {"word.no", "nej", "nej", "no"},
    {"word.no_longer_needed", "behövs inte längre", "ikke længere nødvendigt", "no longer needed"},
    {"word.not_kept", "inte gjort", "ikke gjort", "not done"},
    {"word.not_suitable", "passar inte", "passer ikke", "not suitable"},
    {"word.partly", "delvis gjort", "delvist gjort", "partly done"},
    {"word.yes", "ja", "ja", "yes"},
};

constexpr bool in_order() {
    for (std::size_t i = 1; i < std::size(rows); ++i)
        if (!(rows[i - 1].key < rows[i].key)) return false;
    return true;
}
static_assert(in_order());

} // namespace

std::string say_minutes(std::string_view language, int minutes) {
    auto say = [&](std::string_view key, int n) {
        std::string told(house_words(language, key));
        replace_all(told, "{n}", std::to_string(n));
        return told;
    };
    int const hours = minutes / 60;
    int const rest = minutes % 60;
    std::string told;
    if (hours > 0) told = say(hours == 1 ? "time.one_hour" : "time.hours", hours);
    if (rest > 0 || hours == 0) told += (told.empty() ? "" : " ") + say("time.minutes", rest);
    return told;
}

std::string_view house_words(std::string_view language, std::string_view key) {
    auto const* at = std::lower_bound(std::begin(rows), std::end(rows), key,
                                      [](Row const& row, auto wanted) { return row.key < wanted; });
    if (at == std::end(rows) || at->key != key) return {};
    if (language == "sv") return at->sv;
    return language == "da" ? at->da : at->en;
}

} // namespace radslag::commands::looks
