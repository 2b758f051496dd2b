import { CourseMap } from '@/components/lesson/CourseMap';
import { LayerStack } from '@/components/lesson/LayerStack';
import { GoOn } from '@/components/progress/GoOn';
import { courseOutline } from '@/components/progress/outline';

export default function Home() {
  return (
    <>
      <section className="corrugated border-b border-line bg-sunken">
        <div className="mx-auto grid max-w-6xl items-center gap-10 px-4 py-12 sm:px-6 md:py-20 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
          <div>
            <p className="stencil">An interactive guide</p>
            <h1 className="mt-3 text-[clamp(2.3rem,1.4rem+4vw,4rem)] leading-[1.02]">
              Cloud Native Development with Containers
            </h1>
            <p className="mt-5 max-w-xl text-lg text-soft">
              The patterns that you will actually use, and a place to try them. You edit real Dockerfiles; the
              guide works out what the build would do and tells you at once what is right, what is not, and
              why.
            </p>
            <GoOn outline={courseOutline()} />
          </div>
          <LayerStack />
        </div>
      </section>
      <section aria-labelledby="course" className="mx-auto max-w-6xl px-4 pt-14 sm:px-6">
        <h2 id="course" className="text-3xl">
          The course
        </h2>
        <CourseMap />
      </section>
    </>
  );
}
