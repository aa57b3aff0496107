export function AssumptionsPage() {
  return <h1>Assumptions</h1>
}
