import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'entrance.title': 'Log ind',
    'entrance.about': 'For dig, der arbejder med familierådslagninger og netværksmøder i kommunen.',
    'entrance.mail': 'E-mail',
    'entrance.password': 'Adgangskode',
    'entrance.code': 'Sekscifret kode',
    'entrance.code.hint': 'Fra den app, du koblede til, da du fik kontoen.',
    'entrance.go': 'Log ind',
    'entrance.wrong': 'Det passer ikke. Se oplysningerne efter, vent på en ny kode, og prøv igen.',
    'entrance.unreached': 'Vi kan ikke komme igennem lige nu. Prøv igen om lidt.',
    'entrance.invited': 'Jeg har fået en invitation',
    'accept.title': 'Velkommen',
    'accept.about': 'Du har fået en kode af den, der inviterede dig. Vælg en adgangskode, så kobler vi kontoen til din telefon.',
    'accept.invitation': 'Koden, du fik',
    'accept.password': 'Vælg en adgangskode',
    'accept.password.hint': 'Mindst tolv tegn. Tre eller fire ord efter hinanden er lette at huske.',
    'accept.go': 'Fortsæt',
    'accept.scan': 'Kobl din telefon til',
    'accept.scan.about': 'Åbn en app til engangskoder på telefonen, og scan billedet. Det vises kun denne ene gang.',
    'accept.qr': 'Firkantet kode, der kan scannes med telefonen',
    'accept.by_hand': 'Kan den ikke scannes? Skriv denne nøgle ind i appen:',
    'accept.open': 'Åbn i appen på denne telefon',
    'accept.done': 'Færdig, nu vil jeg logge ind',
};

export default texts;
