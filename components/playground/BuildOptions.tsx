import type { ReactNode } from 'react';
import {
  argumentsIn,
  type BuildSettings,
  composeFilesOf,
  contextsOf,
  dockerfilesOf,
  type OwnProject,
  stagesIn,
} from './project';

interface Props {
  project: OwnProject;
  settings: BuildSettings;
  onChange: (project: OwnProject) => void;
}

/** What `docker build` and `docker compose` would be told: shown where there is something to choose. */
export function BuildOptions({ project, settings, onChange }: Props) {
  const { dockerfile, context } = settings;
  const dockerfiles = dockerfilesOf(project);
  const contexts = contextsOf(dockerfile);
  const text = project.files[dockerfile ?? ''] ?? '';
  const stages = stagesIn(text);
  const set = (part: Partial<OwnProject>) => onChange({ ...project, ...part });
  return (
    <div className="build-options">
      {dockerfiles.length > 1 && (
        <Choose
          label="Dockerfile"
          value={dockerfile ?? ''}
          choices={dockerfiles}
          onChoose={(path) => set({ dockerfile: path, context: null, target: '' })}
        />
      )}
      {contexts.length > 1 && (
        <Choose
          label="Build context"
          value={context}
          choices={contexts}
          onChoose={(path) => set({ context: path })}
        >
          {(path) => (path === '' ? 'the whole project' : `${path}/`)}
        </Choose>
      )}
      {stages.length > 0 && (
        <Choose
          label="Target stage"
          value={settings.target}
          choices={['', ...stages]}
          onChoose={(target) => set({ target })}
        >
          {(name) => name || 'the last one'}
        </Choose>
      )}
      {argumentsIn(text).map(({ name, usual }) => (
        <label key={name} className="build-option">
          <span>Build argument {name}</span>
          <input
            className="field"
            value={project.buildArgs[name] ?? ''}
            placeholder={usual || 'not set'}
            onChange={({ target }) => set({ buildArgs: withArgument(project.buildArgs, name, target.value) })}
          />
        </label>
      ))}
      <ComposeChoice project={project} chosen={settings.compose} onChoose={(compose) => set({ compose })} />
      <label className="option">
        <input type="checkbox" checked={project.whole} onChange={() => set({ whole: !project.whole })} />
        These are all files of the project
      </label>
      <p className="panel-empty">
        {project.whole
          ? 'So a COPY of anything else is said to fail.'
          : 'Tick it when the list is complete. Until then nothing is said about what COPY finds.'}
      </p>
    </div>
  );
}

/** Which Compose files are merged, each after those that were chosen before it. */
function ComposeChoice({
  project,
  chosen,
  onChoose,
}: {
  project: OwnProject;
  chosen: readonly string[];
  onChoose: (compose: string[]) => void;
}) {
  const there = composeFilesOf(project);
  if (there.length < 2) return null;
  const toggle = (path: string) =>
    onChoose(chosen.includes(path) ? chosen.filter((each) => each !== path) : [...chosen, path]);
  return (
    <fieldset className="build-option">
      <legend>Compose files, merged in the order in which they are ticked</legend>
      {there.map((path) => (
        <label key={path} className="option">
          <input type="checkbox" checked={chosen.includes(path)} onChange={() => toggle(path)} />
          {path}
          {chosen.length > 1 && chosen.includes(path) && (
            <span className="copy-length">number {chosen.indexOf(path) + 1}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

function Choose({
  label,
  value,
  choices,
  onChoose,
  children = (choice) => choice,
}: {
  label: string;
  value: string;
  choices: readonly string[];
  onChoose: (choice: string) => void;
  /** How a choice is called. */
  children?: (choice: string) => ReactNode;
}) {
  return (
    <label className="build-option">
      <span>{label}</span>
      <select className="field" value={value} onChange={({ target }) => onChoose(target.value)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {children(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** An argument that is empty is one that is not given. */
function withArgument(given: Readonly<Record<string, string>>, name: string, value: string) {
  const rest = Object.fromEntries(Object.entries(given).filter(([each]) => each !== name));
  return value === '' ? rest : { ...rest, [name]: value };
}
