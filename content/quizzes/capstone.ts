import type { QuizQuestion } from '../quiz';

export const questions: readonly QuizQuestion[] = [
  {
    id: 'rebuild-for-staging',
    ask: 'The image was tested in staging. How does it get to production?',
    answers: {
      rebuild: {
        text: 'It is built again there, from the same commit.',
        why: 'That makes another image: the base may have moved since, and so may everything that the build fetches. What was tested would not be what runs.',
      },
      same: {
        text: 'It is pushed to a registry, and production pulls that very image.',
        why: 'Build once, test that, ship that. What differs between the places is configuration, and that is not in the image.',
      },
      'own-target': {
        text: 'With a build argument that says `ENV=production`.',
        why: 'An argument changes the image, so production would again run what nobody has tested.',
      },
    },
    right: 'same',
  },
  {
    id: 'depends-on-at-runtime',
    ask: 'The database restarts at night. `api` has `depends_on` with `service_healthy`. What does Compose do for it?',
    answers: {
      waits: {
        text: 'It stops the API until the database is healthy again.',
        why: '`depends_on` orders the start of a project, and nothing after it.',
      },
      nothing: {
        text: 'Nothing. The API has to connect again by itself.',
        why: 'The condition counted when the project started. Later the code needs a connection pool that tries again, or it ends and a restart policy starts it anew.',
      },
      restarts: {
        text: 'It restarts the API, because what it depends on has restarted.',
        why: 'Only `restart: true` in `depends_on` asks for something like it, and only when Compose itself restarts or updates the database, not when it crashed.',
      },
    },
    right: 'nothing',
  },
  {
    id: 'volume-and-image',
    ask: 'You build a new image of the API and start it. What happens to the data of the database?',
    answers: {
      gone: {
        text: 'They are gone, since containers were replaced.',
        why: 'They lie in a named volume, which no `up` and no `down` removes. `down --volumes` does.',
      },
      stay: {
        text: 'They stay: they are in a volume, and the database was not even touched.',
        why: 'Compose replaces the containers whose image or configuration changed. And a new container of the database would find the same volume.',
      },
      copied: {
        text: 'They are copied into the new image.',
        why: 'An image never takes anything from a running container unless you tell it to with `docker commit`.',
      },
    },
    right: 'stay',
  },
  {
    id: 'read-only-and-user',
    ask: 'The root of `api` is read-only. Does that make `USER 10001` superfluous?',
    answers: {
      yes: {
        text: 'Yes: what cannot be written cannot be harmed.',
        why: 'Root in the container still has root’s rights on everything that is mounted, and is root to the kernel if it gets out.',
      },
      no: {
        text: 'No. They keep out different things, and each is there for when the other fails.',
        why: 'A read-only root keeps a program from being left behind. Another user keeps it from having rights in the first place.',
      },
      other: {
        text: 'No, a read-only root works only for users other than root.',
        why: 'It is a property of the mount, and holds for root as well, unless root has the capability to mount it anew.',
      },
    },
    right: 'no',
  },
];
