import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'entrance.title': 'Sign in',
    'entrance.about': 'For those who work with family group conferences and network meetings in the municipality.',
    'entrance.mail': 'Mail',
    'entrance.password': 'Password',
    'entrance.code': 'Six-digit code',
    'entrance.code.hint': 'From the app you connected when you got the account.',
    'entrance.go': 'Sign in',
    'entrance.wrong': 'That does not fit. Check the details, wait for a new code and try again.',
    'entrance.unreached': 'We cannot get through right now. Try again in a while.',
    'entrance.invited': 'I have an invitation',
    'accept.title': 'Welcome',
    'accept.about': 'You got a code from the person who invited you. Choose a password, and we connect the account to your phone.',
    'accept.invitation': 'The code you got',
    'accept.password': 'Choose a password',
    'accept.password.hint': 'At least twelve characters. Three or four words in a row are easy to remember.',
    'accept.go': 'Continue',
    'accept.scan': 'Connect your phone',
    'accept.scan.about': 'Open an app for one-time codes on your phone and scan the picture. It is shown only this once.',
    'accept.qr': 'Square code to scan with the phone',
    'accept.by_hand': 'Can it not be scanned? Enter this key in the app:',
    'accept.open': 'Open in the app on this phone',
    'accept.done': 'Done, now let me sign in',
};

export default texts;
