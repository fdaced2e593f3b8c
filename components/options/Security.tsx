import { useState } from 'preact/hooks';
import type { SecurityState } from '../../utils/domain/security.ts';
import type { SecurityPorts } from '../security-ports.ts';
import { Icon } from '../shared/Icon.tsx';
import { UnlockForm } from '../shared/UnlockForm.tsx';
import { useSecurity } from '../shared/use-security.ts';
import { AutoLock } from './AutoLock.tsx';
import { PassphraseForm } from './PassphraseForm.tsx';
import { doneWords, notes, stateWords, type Task, titles } from './security-words.ts';

interface SecurityProps {
  readonly ports: SecurityPorts;
}

const iconOf = ({ protection, isLocked }: SecurityState) => {
  if (protection === 'profile') return 'shield';
  return isLocked ? 'lock' : 'lockOpen';
};

const StateLine = ({ state }: { readonly state: SecurityState }) => {
  const [title, meaning] = stateWords(state);
  return (
    <div class="security__state" data-locked={state.isLocked}>
      <Icon name={iconOf(state)} sizePx={22} />
      <div>
        <p class="security__title">{title}</p>
        <p class="security__meaning">{meaning}</p>
      </div>
    </div>
  );
};

interface TaskProps {
  readonly task: Task;
  readonly ports: SecurityPorts;
  readonly notBeforeMs: number | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const TaskForm = ({ task, ports, ...rest }: TaskProps) => (
  <PassphraseForm
    key={task}
    title={titles[task]}
    note={notes[task]}
    asksCurrent={task !== 'set'}
    asksNew={task !== 'remove'}
    send={({ current, next }) => {
      if (task === 'set') return ports.setPassphrase(next);
      return task === 'change'
        ? ports.changePassphrase(current, next)
        : ports.removePassphrase(current);
    }}
    {...rest}
  />
);

interface ChoicesProps {
  readonly state: SecurityState;
  readonly onTask: (task: Task) => void;
  readonly onLock: () => void;
}

const Choices = ({ state, onTask, onLock }: ChoicesProps) =>
  state.protection === 'profile' ? (
    <button type="button" class="button" onClick={() => onTask('set')}>
      {titles.set}
    </button>
  ) : (
    <>
      <button type="button" class="button" onClick={onLock}>
        Lock now
      </button>
      <button type="button" class="button" onClick={() => onTask('change')}>
        {titles.change}
      </button>
      <button type="button" class="button button--quiet" onClick={() => onTask('remove')}>
        {titles.remove}
      </button>
    </>
  );

/** How keys are kept on this machine, and how that is changed. */
export const Security = ({ ports }: SecurityProps) => {
  const state = useSecurity(ports);
  const [task, setTask] = useState<Task | null>(null);
  const [said, setSaid] = useState('');
  if (!state) return <section class="card security" aria-busy="true" />;
  const begin = (next: Task | null) => {
    setSaid('');
    setTask(next);
  };
  const lock = () => {
    begin(null);
    void ports.lock();
  };
  return (
    <section class="card security" aria-labelledby="security-title">
      <h2 id="security-title">Security</h2>
      <StateLine state={state} />
      {state.isLocked ? (
        <UnlockForm unlock={ports.unlock} notBeforeMs={state.notBeforeMs} />
      ) : task ? (
        <TaskForm
          task={task}
          ports={ports}
          notBeforeMs={state.notBeforeMs}
          onCancel={() => begin(null)}
          onDone={() => {
            setTask(null);
            setSaid(doneWords[task]);
          }}
        />
      ) : (
        <>
          {state.protection === 'passphrase' && (
            <AutoLock minutes={state.autoLockMinutes} onMinutes={ports.chooseAutoLock} />
          )}
          <div class="security__choices">
            <Choices state={state} onTask={begin} onLock={lock} />
          </div>
        </>
      )}
      <p class={said ? 'notice notice--success' : 'visually-hidden'} role="status">
        {said}
      </p>
    </section>
  );
};
