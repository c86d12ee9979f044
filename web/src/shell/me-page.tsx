import type { JSX } from 'preact';
import { useDoing } from '../base/doing.ts';
import { type Language, currentLanguage, languages } from '../base/words.ts';
import { Radios } from '../look/fields.tsx';
import { Acts, Button, Pairs } from '../look/parts.tsx';
import { sayOffice } from '../rooms/staff/staff.tsx';
import { useHouse } from './house.ts';
import { Bench, useTitle } from './page.tsx';
import { t } from './t.ts';

export function MePage({ onSignOut }: { onSignOut(): void }): JSX.Element {
    const { me, refreshMe } = useHouse();
    useTitle(t('me.title'));
    const reload = async () => {
        await refreshMe();
        return null;
    };
    return (
        <Bench can={me.can} of={me} reload={reload}>
            <div class="narrow">
                <h1 tabIndex={-1}>{me.name}</h1>
                <p class="lead">{me.organisation.name}</p>
                <Pairs
                    of={[
                        [t('me.offices'), me.offices.map(sayOffice).join(', ')],
                        [t('me.pledge'), me.pledged ? t('me.pledged') : t('me.not_pledged')],
                    ]}
                />
                <Settings pledged={me.pledged} />
                <section class="section stack">
                    <p class="quiet">{t('me.sign_out.about')}</p>
                    <Button variant="secondary" onClick={onSignOut}>
                        {t('me.sign_out')}
                    </Button>
                </section>
            </div>
        </Bench>
    );
}

function Settings({ pledged }: { pledged: boolean }): JSX.Element {
    const doing = useDoing();
    const speaks = doing.one('change_language') !== null;
    const choose = (language: string) => void doing.quick('change_language', { fields: { language } });
    return (
        <>
            <Acts first={!pledged} items={[doing.one('sign_pledge'), doing.one('change_password'), ...doing.of('self').filter((item) => item.act !== 'change_language')]} />
            {speaks ? (
                <div class="section form">
                    <Radios
                        id="language"
                        label={t('me.language')}
                        choices={languages.map((one: Language) => ({ value: one, label: t(`language.${one}`), hint: '' }))}
                        value={currentLanguage()}
                        onPick={choose}
                    />
                </div>
            ) : null}
        </>
    );
}
